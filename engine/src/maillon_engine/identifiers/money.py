"""Amounts, currencies and durations as adverts write them. Pure, on folded text."""

import re
from typing import Final

from text_to_num import text2num

# Words and signs by ISO 4217 code, on folded text: lower case, no accents. OWN is what adverts say for the money of
# their country without naming it ("roses").
OWN: Final = "OWN"
_CURRENCY_WORDS: Final = {
    "EUR": "eur euro euros eurs eurro eurros e",
    "GBP": "gbp pound pounds quid",
    "USD": "usd dollar dollars bucks",
    "CHF": "chf frs franc francs",
    "RON": "ron lei leu",
    "MAD": "mad dh dhs dirham dirhams",
    "DZD": "dzd da dinar dinars",
    OWN: "rose roses balles boules kiss kisses bisous",
}
_CURRENCY_SIGNS: Final = {
    "€": "EUR", "£": "GBP", "$": "USD", "us$": "USD", "fr.": "CHF", "🌹": OWN, "💋": OWN, "💶": "EUR",
    "يورو": "EUR", "اورو": "EUR", "درهم": "MAD", "دينار": "DZD", "دولار": "USD",
}  # fmt: skip
_CODES: Final = {word: code for code, words in _CURRENCY_WORDS.items() for word in words.split()} | _CURRENCY_SIGNS
CURRENCY_WORDS: Final[frozenset[str]] = frozenset(word for words in _CURRENCY_WORDS.values() for word in words.split())
CURRENCY_SIGNS: Final = tuple(_CURRENCY_SIGNS)
CURRENCY: Final[str] = (
    "us\\$|[€£$🌹💋💶]|يورو|اورو|درهم|دينار|دولار|fr\\.|"
     "(?:" + "|".join(sorted(CURRENCY_WORDS, key=len, reverse=True)) + ")(?![a-z0-9])"
)  # fmt: skip
AMOUNT: Final[str] = (
    r"[0-9]{1,3}(?:[ .,'][0-9]{3})+(?:,[0-9]{2})?(?![0-9])|[0-9]{1,6}(?:[.,][0-9]{1,2}(?![0-9])|\.-(?![0-9]))?"
)
_NUMBER = r"(?:[1-9]|1[0-9]|2[0-4]|36|48|72)(?:[.,]5)?"
DURATION: Final[str] = (
    r"(?:(?:une? |1 )?(?P<half>demie?[ \-]?(?:heures?|hr?\b)|1/2 ?h(?:eure|r|our)?\b|half[ \-](?:an |1 )?(?:hour|hr)s?\b|hh(?![a-z])"  # noqa: E501 - a pattern reads best on its line
    r"|half h\b|media hora\b|meia hora\b|mezz'? ?ora\b|jumatate de ora\b|jumate de ora\b|halbe stunde\b|نصف ساعة)"
    r"|(?:un |1 )?(?P<quarter>quart d.?heure|1/4 ?(?:d.?)?h(?:eure)?\b|quarter (?:of an )?hour|quart (?:de )?h\b|qv\b|quickie\b|cuarto de hora\b|ربع ساعة)"  # noqa: E501 - a pattern reads best on its line
    r"|(?:un |1 )?(?P<threequarters>3/4 ?(?:d.?)?h(?:eure|r)?\b|trois quarts? d.?heure)"
    r"|(?P<said>dix|quinze|vingt|trente|quarante|quarante[ \-]cinq|fifteen|twenty|thirty|forty[ \-]five|quince|treinta) (?:minutes?|min|mn|minutos)\b"  # noqa: E501 - a pattern or a list reads best on its line
    r"|(?P<weekend>(?:un |a )?(?:week[ \-]?end|fin de semana|fine settimana)(?![a-z]))"
    r"|(?P<week>(?:une |a |1 )?(?:semaine|week|woche|semana|settimana|saptamana)(?![a-z]))"
    r"|(?P<month>(?:un |a |1 )?(?:mois|month|monat|mes|mese|luna)(?![a-z]))"
    r"|(?P<ninety>hora y media\b|une? heures? et demie?\b|1 ?h(?:eure)? et demie?\b|un'?ora e mezza\b)"
    rf"|(?P<hours>{_NUMBER}|une?|one|an|deux|two|trois|three|una|un'|o|doua|due|dos) ?(?:h(?![a-z])|heures?\b|hours?\b|hrs?(?![a-z])|horas?\b|or[ae]\b|stunden?\b|std\b|ساعات|ساعة)(?: ?(?P<rest>[0-5][0-9])(?![0-9€£$]| ?(?:e|eur|euros?|€|roses?|lei)\b| ?€))?"  # noqa: E501 - a pattern reads best on its line
    r"|(?P<minutes>[0-9]{1,3}) ?(?:mn|mns|mins?|minutes?|minuten|minutos|minuti|minute|m(?= ?[:=])|'|دقيقة)(?![a-z0-9])"
    r"|(?P<night>(?:une |1 )?(?:nuit|night|overnight|noche|nacht|notte|noapte|noite|ليلة)(?![a-z]))"
    r"|(?P<day>(?:une |1 )?(?:journee|jour|day|tag|dia|giorno|giornata|zi|يوم)(?![a-z]))"
    r"|(?P<hour>(?:p/?h(?![a-z0-9])|l.?heure|heure|h(?![a-z0-9'])|hour|hr|fh|std|stunde|hora|all'ora|l'ora|ora|ساعة)(?![a-z])))"
)
DURATION_WORDS: Final[frozenset[str]] = frozenset(
    "h hh hr hrs heure heures hour hours min mn mins mns minute minutes minuten minutos minuti hora horas ora ore stunde"  # noqa: E501 - a pattern or a list reads best on its line
    " stunden std nuit night overnight noche nacht notte noapte journee jour day tag dia giorno giornata zi qv quickie"
    " mezzora demi fh ph semaine week weekend woche semana settimana saptamana mois month monat mes mese luna".split()
)
_WORDS = {"un": 1.0, "une": 1.0, "one": 1.0, "an": 1.0, "una": 1.0, "un'": 1.0, "o": 1.0}
_WORDS |= {"deux": 2.0, "two": 2.0, "doua": 2.0, "due": 2.0, "dos": 2.0, "trois": 3.0, "three": 3.0}
# A night and a day as they are sold: no minutes that an advert would mean.
LONG: Final = {"night": "night", "day": "day", "week": "week", "weekend": "weekend", "month": "month"}
_FIXED: Final = {"half": "30", "quarter": "15", "threequarters": "45", "ninety": "90", **LONG}
_SAID: Final = {"dix": "10", "quinze": "15", "fifteen": "15", "quince": "15", "vingt": "20", "twenty": "20"}
_SAID_LATE: Final = {"trente": "30", "thirty": "30", "treinta": "30", "quarante": "40"}


_THOUSANDS = re.compile(r"([0-9]{1,3}(?:[ .,'][0-9]{3})+)(?:,([0-9]{2}))?")


def amount(text: str) -> str:
    """An amount in digits with a point: `1 200` is 1200, `12,50` is 12.50."""
    if text.isdecimal():
        return text
    whole = _THOUSANDS.fullmatch(text)
    if whole:
        return re.sub(r"[ .,']", "", whole[1]) + (f".{whole[2]}" if whole[2] else "")
    return text.removesuffix(".-").replace(",", ".")


def minutes(match: re.Match[str]) -> str:
    """The minutes that a match of DURATION says, or `night` or `day`."""
    found = match.groupdict()
    for name, fixed in _FIXED.items():
        if found.get(name):
            return fixed
    if found.get("said"):
        return {**_SAID, **_SAID_LATE}.get(found["said"], "45")
    if found.get("minutes"):
        return str(int(found["minutes"]))
    if found.get("hours"):
        number = _WORDS.get(found["hours"]) or float(found["hours"].replace(",", "."))
        return str(round(60 * number) + int(found.get("rest") or 0))
    return "60"


def currency(text: str) -> str:
    """The ISO 4217 code of a currency as it is written, OWN for a word that names none."""
    return _CODES[text]


def spelt(words: str) -> str | None:
    """The amount that these words say whole, in French, English or Spanish; None when they say something else."""
    for language in ("fr", "en", "es"):
        try:
            return str(text2num(words.replace("-", " ").strip(), language))
        except ValueError:
            continue
    return None
