"""Amounts and durations as adverts write them. Pure, on folded text."""

import re

from text_to_num import text2num

# Folded text: lower case, no accents. Longer spellings first.
CURRENCIES = {
    "EUR": r"€|eur\b|euros?\b|eurros?\b|e(?![a-z0-9])|roses?\b|balles\b|boules\b",
    "GBP": r"£|gbp\b|pounds?\b|quid\b",
    "USD": r"us\$|\$|usd\b|dollars?\b|bucks\b",
    "CHF": r"chf\b|frs\b|fr\.|francs?(?: suisses?)?\b",
}
CURRENCY = "|".join(f"(?P<{code}{{0}}>{pattern})" for code, pattern in CURRENCIES.items())
AMOUNT = r"[0-9]{1,3}(?:[ .,][0-9]{3})+(?![0-9])|[0-9]{1,5}(?:[.,][0-9]{1,2}(?![0-9]))?"
_NUMBER = r"[0-9]{1,3}(?:[.,][0-9])?"
DURATION = (
    r"(?:(?:une? |1 )?(?P<half>demi[ \-]?(?:heure|h\b)|1/2 ?h(?:eure)?\b|half[ \-](?:an |1 )?(?:hour|hr)s?\b|hh\b|half h\b|media hora\b)"  # noqa: E501 - a pattern reads best on its line
    r"|(?:un |1 )?(?P<quarter>quart d.?heure|1/4 ?h(?:eure)?\b|quarter (?:of an )?hour)"
    rf"|(?P<hours>{_NUMBER}|une?|one|an|deux|two|trois|three) ?(?:h(?![a-z])|heures?\b|hours?\b|hrs?\b|horas?\b|or[ae]\b|stunden?\b|std\b)(?: ?(?P<rest>[0-5][0-9])(?![0-9€]))?"  # noqa: E501 - a pattern reads best on its line
    r"|(?P<minutes>[0-9]{1,3}) ?(?:mn|mins?|minutes?|minuten|minutos|')(?![a-z])"
    r"|(?P<night>(?:la |une |per |a )?(?:nuit|night|overnight|noche|nacht)\b)"
    r"|(?P<day>(?:la |une |per |a |par )?(?:journee|jour|day|tag|dia)\b)"
    r"|(?P<hour>(?:l.?heure|heure|h(?![a-z0-9])|hour|hr|std|stunde|hora|ora)\b))"
)
_WORDS = {"un": 1.0, "une": 1.0, "one": 1.0, "an": 1.0, "deux": 2.0, "two": 2.0, "trois": 3.0, "three": 3.0}
# A night and a day as they are sold: no minutes that an advert would mean.
LONG = {"night": "night", "day": "day"}


def amount(text: str) -> str:
    """An amount in digits with a point: `1 200` is 1200, `12,50` is 12.50."""
    if re.fullmatch(r"[0-9]{1,3}(?:[ .,][0-9]{3})+", text):
        return re.sub(r"[ .,]", "", text)
    return text.replace(",", ".")


def minutes(match: re.Match[str]) -> str:
    """The minutes that a match of DURATION says, or `night` or `day`."""
    found = match.groupdict()
    for name, word in LONG.items():
        if found.get(name):
            return word
    if found.get("half"):
        return "30"
    if found.get("quarter"):
        return "15"
    if found.get("minutes"):
        return str(int(found["minutes"]))
    if found.get("hours"):
        number = _WORDS.get(found["hours"]) or float(found["hours"].replace(",", "."))
        return str(round(60 * number) + int(found.get("rest") or 0))
    return "60"


def currency(text: str) -> str:
    """The ISO 4217 code of a currency as it is written."""
    for code, pattern in CURRENCIES.items():
        if re.fullmatch(pattern, text):
            return code
    return ""


def spelt(words: str) -> str | None:
    """The amount that these words say whole, in French or English; None when they say something else."""
    for language in ("fr", "en"):
        try:
            return str(text2num(words.replace("-", " ").strip(), language))
        except ValueError:
            continue
    return None
