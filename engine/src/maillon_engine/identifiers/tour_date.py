"""From one day to another: "du 12 au 15 mars". The value is both days, ISO 8601, "--03-12" where no year is said."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_MONTHS: Final = (
    ("janvier", "janv", "january", "jan", "enero"), ("fevrier", "fevr", "fev", "february", "feb", "febrero"),
    ("mars", "march", "mar", "marzo"), ("avril", "avr", "april", "apr", "abril"), ("mai", "may", "mayo"),
    ("juin", "june", "jun", "junio"), ("juillet", "juil", "july", "jul", "julio"), ("aout", "august", "aug", "agosto"),
    ("septembre", "sept", "september", "sep", "septiembre"), ("octobre", "oct", "october", "octubre"),
    ("novembre", "nov", "november", "noviembre"), ("decembre", "dec", "december", "diciembre"),
)  # fmt: skip
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DAY = r"(?:[1-9]|0[1-9]|[12][0-9]|3[01])(?:er|st|nd|rd|th)?"
_TO = r"[ ]?(?:au|a|to|al|jusqu'au|until|hasta(?: el)?|pana (?:pe|la)|->|-|/)[ ]?"
_WORDS = re.compile(
    rf"(?<![0-9a-z])(?:(?:du|from|del|le)[ ])?(?P<d1>{_DAY})(?:[ ](?P<m1>{_MONTH})\.?)?{_TO}"
    rf"(?P<d2>{_DAY})[ ](?P<m2>{_MONTH})(?![a-z])"
    r"\.?(?:[ ](?P<y>20[0-9]{2}))?"
)
_FIGURES = re.compile(
    r"(?<![0-9/.])(?:(?:du|from|del)[ ])?(?P<d1>[0-3]?[0-9])[/.](?P<m1>[01]?[0-9])(?:[/.](?P<y1>20[0-9]{2}))?"
    r"[ ]?(?:au|a|to|al|hasta(?: el)?|pana (?:pe|la)|إلى|الى|-|->)[ ]?"
    r"(?P<d2>[0-3]?[0-9])[/.](?P<m2>[01]?[0-9])(?:[/.](?P<y>20[0-9]{2}))?(?![0-9/]|\.[0-9])"
)


class TourDate:
    """Stays with a beginning and an end. Days that no calendar has are left out."""

    kind: Final = "tour_date"

    def may_hold(self, text: Prepared) -> bool:
        """Two digits, and a month or the signs of dates."""
        return text.digits >= 2 and (not text.words.isdisjoint(_NUMBER) or "/" in text.folded or "." in text.folded)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Days with the month in words, then in figures."""
        del region
        for match in _WORDS.finditer(text.folded):
            last = _NUMBER[match["m2"]]
            first = _NUMBER[match["m1"]] if match["m1"] else last
            value = _value((_day(match["d1"]), first), (_day(match["d2"]), last), match["y"])
            if value:
                yield Identifier(self.kind, value, *text.span(*match.span()))
        for match in _FIGURES.finditer(text.folded):
            value = _value((int(match["d1"]), int(match["m1"])), (int(match["d2"]), int(match["m2"])), match["y"])
            if value:
                yield Identifier(self.kind, value, *text.span(*match.span()))


def _day(written: str) -> int:
    return int(re.sub(r"[a-z]", "", written))


def _value(first: tuple[int, int], last: tuple[int, int], year: str | None) -> str | None:
    """Both days; a stay that ends before it begins goes over the new year."""
    ends = int(year) if year else 2024
    begins = ends - 1 if first[::-1] > last[::-1] else ends
    try:
        days = date(begins, first[1], first[0]), date(ends, last[1], last[0])
    except ValueError:
        return None
    return "/".join(day.isoformat() if year else f"--{day:%m-%d}" for day in days)
