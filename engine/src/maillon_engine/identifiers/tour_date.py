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
_FROM = re.compile(r"(?<![0-9a-z])(?:du|from|del|de|le|dal|vom|von|dla|between|entre)[ ](?:le[ ])?$")
_WORDS = re.compile(
    rf"(?P<d1>{_DAY})(?:[ ](?P<m1>{_MONTH})\.?)?{_TO}"
    rf"(?P<d2>{_DAY})(?:[ ]de)?[ ](?P<m2>{_MONTH})(?![a-z])"
    r"\.?(?:[ ](?:de )?(?P<y>20[0-9]{2}))?"
)
_ENGLISH = re.compile(
    rf"(?P<m1>{_MONTH})\.?[ ](?P<d1>{_DAY}){_TO}(?:(?P<m2>{_MONTH})\.?[ ])?(?P<d2>{_DAY})(?![0-9a-z:])(?:,?[ ](?P<y>20[0-9]{{2}}))?"  # noqa: E501 - a pattern or a list reads best on its line
)
_FIGURES = re.compile(
    r"(?P<d1>[0-3]?[0-9])[/.](?P<m1>[01]?[0-9])(?:[/.](?P<y1>20[0-9]{2}|[0-9]{2}))?"
    r"[ ]?(?:au|a|to|al|hasta(?: el)?|pana (?:pe|la)|إلى|الى|-|->)[ ]?(?P<d2>[0-3]?[0-9])[/.](?P<m2>[01]?[0-9])(?:[/.](?P<y>20[0-9]{2}|[0-9]{2}))?(?![0-9/.][0-9])(?![0-9])"  # noqa: E501 - a pattern or a list reads best on its line
)
# The first day in figures, whose month the second one says: du 12 au 15/03.
_SHARED = re.compile(
    rf"(?P<d1>{_DAY}){_TO}(?P<d2>[0-3]?[0-9])[/.](?P<m2>[01]?[0-9])(?:[/.](?P<y>20[0-9]{{2}}))?(?![0-9/.])"
)


class TourDate:
    """Stays with a beginning and an end. Days that no calendar has are left out."""

    kind: Final = "tour_date"
    words: Final = frozenset(_NUMBER)

    def may_hold(self, text: Prepared) -> bool:
        """Two digits, and a month or the signs of dates in figures."""
        if text.digits < 2 or len(text.groups) < 2:
            return False
        return not text.sought.isdisjoint(_NUMBER) or _FIGURE.search(text.folded, text.first) is not None

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Days with the month in words, then in figures."""
        _ = region
        for value, start, end in (*_in_words(text), *_in_figures(text)):
            announced = _FROM.search(text.folded, max(0, start - 12), start)
            yield Identifier(self.kind, value, *text.span(announced.start() if announced else start, end))


_FIGURE = re.compile(r"[0-9][/.][01]?[0-9](?![0-9])")
_Stay = Iterator[tuple[str, int, int]]


def _in_words(text: Prepared) -> _Stay:
    if text.sought.isdisjoint(_NUMBER):
        return
    for match in _WORDS.finditer(text.folded, text.first):
        last = _NUMBER[match["m2"]]
        first = _NUMBER[match["m1"]] if match["m1"] else last
        value = _value((_day(match["d1"]), first), (_day(match["d2"]), last), match["y"])
        if value and _free(text.folded, match.start()):
            yield value, *match.span()
    for match in _ENGLISH.finditer(text.folded):
        first = _NUMBER[match["m1"]]
        last = _NUMBER[match["m2"]] if match["m2"] else first
        value = _value((_day(match["d1"]), first), (_day(match["d2"]), last), match["y"])
        if value and _free(text.folded, match.start()):
            yield value, *match.span()


def _in_figures(text: Prepared) -> _Stay:
    if _FIGURE.search(text.folded, text.first) is None:
        return
    for match in _FIGURES.finditer(text.folded, text.first):
        value = _value((int(match["d1"]), int(match["m1"])), (int(match["d2"]), int(match["m2"])), match["y"])
        if value and _free(text.folded, match.start()):
            yield value, *match.span()
    for match in _SHARED.finditer(text.folded, text.first):
        month = int(match["m2"])
        value = _value((_day(match["d1"]), month), (int(match["d2"]), month), match["y"])
        if value and _FROM.search(text.folded, max(0, match.start() - 12), match.start()):
            yield value, *match.span()


def _free(folded: str, start: int) -> bool:
    """Whether the first day is no end of a longer number or word."""
    before = folded[start - 1 : start]
    return not before.isalnum() and before not in {"/", "."}


def _day(written: str) -> int:
    return int(re.sub(r"[a-z]", "", written))


def _value(first: tuple[int, int], last: tuple[int, int], year: str | None) -> str | None:
    """Both days; a stay that ends before it begins goes over the new year."""
    ends = int(year) % 100 + 2000 if year else 2024
    begins = ends - 1 if first[::-1] > last[::-1] else ends
    try:
        days = date(begins, first[1], first[0]), date(ends, last[1], last[0])
    except ValueError:
        return None
    return "/".join(day.isoformat() if year else f"--{day:%m-%d}" for day in days)
