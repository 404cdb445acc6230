"""Who may do what with rooms of exercises. The one place that knows; views and templates ask it."""

from enum import StrEnum

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.practice.models import Room


class Ability(StrEnum):
    """What somebody may do with a room."""

    SEE = "see"
    CLOSE = "close"
    PRINT = "print"


def may_open(by: Membership | None) -> bool:
    """Anybody who acts for an organisation today, in any role: an exercise opens nothing that is real."""
    return by is not None and by.ended_at is None


def may_see_figures(by: Membership | None) -> bool:
    """Counts of exercises in her département: anybody who acts for an organisation today."""
    return may_open(by)


def on_room(by: Membership | None, room: Room) -> frozenset[Ability]:
    """Whoever opened it, and the leads of its organisation. A room that is forgotten shows nothing to anybody."""
    if by is None or not may_open(by) or room.forgotten_at is not None:
        return frozenset()
    leads = by.role == Role.LEAD and by.organisation_id == room.organisation_id
    return frozenset(Ability) if leads or by.pk == room.opened_by_id else frozenset()
