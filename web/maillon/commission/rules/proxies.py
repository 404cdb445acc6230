"""Who speaks for somebody absent (CRPA R133-9). A seat is any hashable key."""

from collections import Counter
from collections.abc import Collection, Hashable
from typing import TypeVar

Seat = TypeVar("Seat", bound=Hashable)


def may_give(
    giver: Seat,
    holder: Seat,
    *,
    given: Collection[tuple[Seat, Seat]],
    sitting: Collection[Seat],
    present: Collection[Seat],
    per_member: int,
) -> bool:
    """Whether the giver's proxy may go to the holder, beside those that are `given` already as (giver, holder).

    Both sit at this meeting (`sitting`), the giver is not there herself, has given none yet, does not pass on what
    she holds, and the holder has no more than the law lets one member have.
    """
    givers = {one for one, _other in given}
    held = Counter(other for _one, other in given)
    if giver == holder or not {giver, holder} <= set(sitting) or giver in present:
        return False
    if giver in givers or holder in givers or held[giver]:
        return False
    return held[holder] < per_member


def standing(
    given: Collection[tuple[Seat, Seat]], *, present: Collection[Seat], recused: Collection[Seat] = ()
) -> frozenset[Seat]:
    """The absent who are represented: whose holder takes part, and neither of them is kept from this point.

    A proxy falls for as long as its giver is there herself.
    """
    there, kept = set(present), set(recused)
    return frozenset(
        giver for giver, holder in given if holder in there - kept and giver not in there and giver not in kept
    )
