"""Two sets of indicators side by side: for which signs seen together the concern changed. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from maillon.guidance.concern import concern
from maillon.guidance.enums import Concern
from maillon.guidance.signs import Indicators

# What three signs seen together amount to decides on every larger set: no way of being enough needs more.
MOST = 3


@dataclass(frozen=True)
class ReadingDifference:
    """Signs seen together, by their codes, and what they amounted to and amount to now."""

    signs: tuple[str, ...]
    minor: bool
    before: Concern
    after: Concern


def compare_readings(old: Indicators, new: Indicators) -> tuple[ReadingDifference, ...]:
    """The smallest sets of signs whose reading changed, for an adult and for a minor; empty when none did.

    A sign that one of the two does not know counts for nothing there. A set is left out where a part of it changed in
    the same way.
    """
    codes = tuple(dict.fromkeys([*old.signs, *new.signs]))
    return tuple(difference for minor in (False, True) for difference in _smallest(codes, old, new, minor=minor))


def _smallest(codes: Sequence[str], old: Indicators, new: Indicators, *, minor: bool) -> Iterator[ReadingDifference]:
    found: dict[frozenset[str], tuple[Concern, Concern]] = {}
    for size in range(1, MOST + 1):
        for chosen in combinations(codes, size):
            before, after = (_concern(chosen, book, minor=minor) for book in (old, new))
            if before is after:
                continue
            parts = [found.get(frozenset(part)) for part in combinations(chosen, size - 1)]
            found[frozenset(chosen)] = before, after
            if (before, after) not in parts:
                yield ReadingDifference(chosen, minor, before, after)


def _concern(codes: Sequence[str], book: Indicators, *, minor: bool) -> Concern:
    seen = [book.signs[code] for code in codes if code in book.signs]
    return concern(seen, book.combination, minor=minor)
