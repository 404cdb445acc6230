"""Opening hours in French words, and back: “lundi-vendredi 09:00-17:00” for `Mo-Fr 09:00-17:00`."""

import re
from collections.abc import Mapping

from maillon.base.opening import check_hours

_DAYS: Mapping[str, str] = {
    "Mo": "lundi",
    "Tu": "mardi",
    "We": "mercredi",
    "Th": "jeudi",
    "Fr": "vendredi",
    "Sa": "samedi",
    "Su": "dimanche",
    "PH": "jours fériés",
    "SH": "vacances scolaires",
}
_MONTHS: Mapping[str, str] = {
    "Jan": "janvier",
    "Feb": "février",
    "Mar": "mars",
    "Apr": "avril",
    "May": "mai",
    "Jun": "juin",
    "Jul": "juillet",
    "Aug": "août",
    "Sep": "septembre",
    "Oct": "octobre",
    "Nov": "novembre",
    "Dec": "décembre",
}
_WORDS: Mapping[str, str] = {**_DAYS, **_MONTHS, "off": "fermé", "closed": "fermé", "24/7": "24 h/24, 7 j/7"}
_CODE = re.compile(r"24/7|(?<![A-Za-z])(?:" + "|".join([*_DAYS, *_MONTHS, "off", "closed"]) + r")(?![A-Za-z])")

# What people write for each code: the whole word, its first letters, its plural.
_SAID: Mapping[str, str] = {
    "Mo": r"lun(?:di)?s?|lu",
    "Tu": r"mar(?:di)s?|ma",
    "We": r"mer(?:credi)?s?|me",
    "Th": r"jeu(?:di)?s?|je",
    "Fr": r"ven(?:dredi)?s?|ve",
    "Sa": r"sam(?:edi)?s?|sa",
    "Su": r"dim(?:anche)?s?|di",
    "PH": r"jours? f[ée]ri[ée]s?|f[ée]ri[ée]s?|jf",
    "SH": r"vacances(?: scolaires)?",
    "off": r"ferm[ée]e?",
    "24/7": r"24 ?h(?:/24)?,? ?(?:et )?7 ?j(?:/7|ours sur 7)|à toute heure|toujours",
    **{code: re.escape(word) for code, word in _MONTHS.items()},
}
_READ = [(re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE), code) for code, said in _SAID.items()]
# “fermé les jours fériés”: the syntax wants the days first.
_OFF_FIRST = re.compile(r"\boff,? ([A-Z][A-Za-z, -]*)")
_TIME = re.compile(r"(?<![\d:])(\d{1,2}) ?[hH:] ?(\d{2})?(?![\d])")
_TO = re.compile(r"(?<=\w) ?(?:à|au|jusqu’à|jusqu'à|–|—|-) ?(?=\w)")
_SMALL = re.compile(r"(?<![\w])(?:du|de|le|les|et de)(?![\w]) ?", re.IGNORECASE)


def in_french(hours: str) -> str:
    """The hours with days, months and “off” in French words. What has no word stays as it is."""
    return _CODE.sub(lambda found: _WORDS[found[0]], hours).replace("; ", "\u00a0; ")


def from_french(typed: str) -> str:
    """The hours in OpenStreetMap's syntax, from that syntax or from French words. ValueError if nobody can."""
    text = " ".join(typed.replace("\u00a0", " ").replace("\u202f", " ").split())
    for hours in (text, _translated(text)):
        try:
            check_hours(hours)
        except ValueError:
            continue
        return hours
    msg = f"not opening hours: {typed!r}"
    raise ValueError(msg)


def _translated(text: str) -> str:
    for pattern, code in _READ:
        text = pattern.sub(code, text)
    text = _TIME.sub(lambda found: f"{int(found[1]):02d}:{found[2] or '00'}", text)
    text = _TO.sub("-", _SMALL.sub("", text)).replace(" ;", ";").replace(" ,", ",")
    return _OFF_FIRST.sub(lambda found: f"{found[1].strip()} off", text)
