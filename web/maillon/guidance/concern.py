"""How signs combine into a concern: the rule of the ILO and the European Commission, dimension by dimension. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from maillon.base.enums import Confidence
from maillon.guidance.enums import Concern, Dimension, Strength
from maillon.guidance.records import Combination, Counts, Sign


@dataclass(frozen=True)
class Reason:
    """Signs seen that count together. `dimension` is None for a minor, where all count as one; `met` says whether they
    are enough."""

    dimension: Dimension | None
    signs: tuple[str, ...]
    met: bool


@dataclass(frozen=True)
class Reading:
    """What a set of answers about signs amounts to, and why. Signs are named by their codes; there is no number.

    `raised_by` and `lowered_by` say what would change it: sets of signs not seen so far, any of which would raise the
    concern, and a set of those seen without which it would be less. `at_another_age` is what it would be if the person
    turned out to be an adult, or a minor.
    """

    concern: Concern
    reasons: tuple[Reason, ...]
    # Seen, and tested as saying nothing: they count for nothing.
    set_aside: tuple[str, ...]
    # Asked, and nobody could say.
    open: tuple[str, ...]
    raised_by: tuple[tuple[str, ...], ...]
    lowered_by: tuple[str, ...]
    at_another_age: Concern
    confidence: Confidence
    version: str


def counting(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The signs that count for anything: all but those that a test found not predictive."""
    return tuple(sign for sign in signs if sign.strength is not None)


def counts(signs: Iterable[Sign]) -> Counts:
    """How many of each strength."""
    strengths = [sign.strength for sign in signs]
    return Counts(*(strengths.count(strength) for strength in (Strength.STRONG, Strength.MEDIUM, Strength.WEAK)))


def groups(seen: Iterable[Sign], *, minor: bool) -> dict[Dimension | None, list[Sign]]:
    """The signs that count, by dimension; of a minor all together, under None."""
    found: dict[Dimension | None, list[Sign]] = {None: []} if minor else {dimension: [] for dimension in Dimension}
    for sign in counting(seen):
        found[None if minor else sign.dimension].append(sign)
    return {dimension: group for dimension, group in found.items() if group}


def stands_alone(sign: Sign) -> bool:
    """Whether it is enough by itself for a minor: exploitation of a child need not rest on any means (Palermo
    protocol, article 3 c)."""
    return sign.strength is Strength.STRONG and sign.dimension is Dimension.EXPLOITATION


def reasons(seen: Iterable[Sign], combination: Combination, *, minor: bool) -> tuple[Reason, ...]:
    """The signs seen that count, together where they combine; those that are enough first."""
    found = [
        Reason(dimension, tuple(sign.code for sign in group), _enough(group, combination, minor=minor))
        for dimension, group in groups(seen, minor=minor).items()
    ]
    return tuple(sorted(found, key=lambda reason: not reason.met))


def _enough(group: Iterable[Sign], combination: Combination, *, minor: bool) -> bool:
    return (minor and any(map(stands_alone, group))) or combination.met_by(counts(group))


def concern(seen: Iterable[Sign], combination: Combination, *, minor: bool) -> Concern:
    """What these signs amount to: a concern where those of one dimension are enough, attention where any counts."""
    found = reasons(seen, combination, minor=minor)
    if any(reason.met for reason in found):
        return Concern.CONCERN
    return Concern.ATTENTIVE if found else Concern.NOTHING
