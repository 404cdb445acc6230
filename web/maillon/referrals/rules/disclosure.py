"""Which counts may be shown: none that points at somebody (G9)."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

# Our own choice (D), as for all figures of Maillon: fewer than five are held back, fewer than eleven where minors are.
FEWEST, FEWEST_WITH_MINORS = 5, 11


def fewest(*, minors: bool) -> int:
    """The smallest count that is shown."""
    return FEWEST_WITH_MINORS if minors else FEWEST


def held_back(counts: Mapping[Key, int], *, minors: bool) -> dict[Key, int | None]:
    """The counts, with None for those too small to show; nothing, zero, is shown.

    Where only one of several is held back, its neighbour is too, the smallest one shown: else whoever knows the sum
    would know the one.
    """
    small = {key for key, count in counts.items() if 0 < count < fewest(minors=minors)}
    large = sorted((key for key in counts if key not in small and counts[key]), key=lambda key: (counts[key], str(key)))
    if len(small) == 1 and large:
        small.add(large[0])
    return {key: None if key in small else count for key, count in counts.items()}
