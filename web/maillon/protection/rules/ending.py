"""What an assessment can't end without."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from maillon.protection.enums import Move, Outcome, ProsecutorGround


class Missing(Enum):
    """What is still to be said."""

    PARENTS = "parents"
    GROUND = "ground"
    SEIZED_ON = "seized_on"
    WHY = "why"


@dataclass(frozen=True)
class Ending:
    """An outcome as it is to be recorded. `ground` and `seized_on` go with the prosecutor and with nothing else."""

    outcome: Outcome
    ground: ProsecutorGround | None = None
    seized_on: date | None = None
    why: str = ""

    @property
    def move(self) -> Move:
        """What it is in the table of states."""
        return Move.SEIZE if self.outcome is Outcome.PROSECUTOR else Move.END


def missing(ending: Ending, *, parents_said: bool) -> Missing | None:
    """The first thing that is missing, or None.

    Whether the parents are informed, or why not, is said before any end (CASF L226-2-1). The prosecutor is told on a
    ground of L226-4, on a day. To leave a child who is deemed to be in danger (loi 2002-305 art. 13) without any
    follow-up wants words.
    """
    if not parents_said:
        return Missing.PARENTS
    if ending.outcome is Outcome.PROSECUTOR:
        if ending.ground is None:
            return Missing.GROUND
        return Missing.SEIZED_ON if ending.seized_on is None else None
    if ending.ground is not None or ending.seized_on is not None:
        return Missing.GROUND
    return Missing.WHY if ending.outcome is Outcome.NO_FOLLOW_UP and not ending.why.strip() else None
