"""What would change a reading: the fewest further signs that would raise it, the fewest explained that would lower it.

A concern that nothing could change would be a verdict; so there is always an answer to one of the two.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from maillon.guidance.concern import concern, counting, groups, stands_alone
from maillon.guidance.enums import Concern, Strength
from maillon.guidance.records import Combination, Counts, Sign

# Two further signs are always enough where there are any that count for enough; nobody reads more sets than these.
_MORE = 3
NAMED = 4
_ORDER = tuple(Concern)


def raised_by(
    seen: Sequence[Sign], others: Sequence[Sign], combination: Combination, *, minor: bool
) -> tuple[tuple[str, ...], ...]:
    """Smallest sets of `others` (signs not seen so far) any of which would raise the concern; none at the top."""
    now = concern(seen, combination, minor=minor)
    if now is _ORDER[-1]:
        return ()
    free = counting(others)
    for size in range(1, _MORE + 1):
        found = [
            tuple(sign.code for sign in more)
            for more in combinations(free, size)
            if _ORDER.index(concern([*seen, *more], combination, minor=minor)) > _ORDER.index(now)
        ]
        if found:
            return tuple(found[:NAMED])
    return ()


def lowered_by(seen: Sequence[Sign], combination: Combination, *, minor: bool) -> tuple[str, ...]:
    """A smallest set of the signs seen without which the concern would be less; none where nothing counts."""
    now, mine = concern(seen, combination, minor=minor), counting(seen)
    if now is not Concern.CONCERN:
        return tuple(sign.code for sign in mine)
    kept = {
        sign.code for group in groups(mine, minor=minor).values() for sign in _kept(group, combination, minor=minor)
    }
    return tuple(sign.code for sign in mine if sign.code not in kept)


def _kept(group: Sequence[Sign], combination: Combination, *, minor: bool) -> Iterator[Sign]:
    """As many signs of the group as are not enough together; of two choices, the stronger signs."""
    free = [sign for sign in group if not (minor and stands_alone(sign))]
    by_strength = [[sign for sign in free if sign.strength is strength] for strength in Strength]
    choices = (Counts(*sizes) for sizes in product(*(range(len(some) + 1) for some in by_strength)))
    short = [sizes for sizes in choices if not combination.met_by(sizes)]
    best = max(short, key=lambda sizes: (sizes.strong + sizes.medium + sizes.weak, sizes))
    for some, size in zip(by_strength, (best.strong, best.medium, best.weak), strict=True):
        yield from some[:size]
