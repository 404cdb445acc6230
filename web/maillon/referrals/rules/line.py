"""Whose turn it is: services are asked one after the other, and only those that she agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass

from maillon.referrals.enums import Move, StepState
from maillon.referrals.rules.states import ACTIVE


@dataclass(frozen=True)
class Place:
    """A step in line. `gone`: its service has ended. `allowed`: her agreement stands, or the law's for a minor."""

    state: StepState
    gone: bool
    allowed: bool


def turns(places: Sequence[Place]) -> list[tuple[int, Move]]:
    """What is to be done with the steps, by their index, once nobody is at it any more; nothing while somebody is.

    The first that is allowed and there is proposed. What stands before it and is gone counts as refused; what is not
    allowed any more is withdrawn, and asked of nobody.
    """
    if any(place.state in ACTIVE for place in places):
        return []
    moves: list[tuple[int, Move]] = []
    for index, place in enumerate(places):
        if place.state is not StepState.PLANNED:
            continue
        move = Move.WITHDRAW if not place.allowed else Move.CLOSE if place.gone else Move.PROPOSE
        moves.append((index, move))
        if move is Move.PROPOSE:
            break
    return moves
