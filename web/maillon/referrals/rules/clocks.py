"""How long silence may last. Our own service levels (D): no text sets a time for answering an orientation."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from maillon.base.days import days_later, on_working_day

# Days after the proposal: reminder, lead told, passed on. A French pilot measured thirty days to reorient somebody.
_ORDINARY = (3, 5, 8)
_URGENT = (1, 2, 3)
# Days after an acceptance, or after the appointment, without a meeting.
_ACCEPTED = (7, 14, 30)


class Silence(IntEnum):
    """How far silence has gone: nobody told, service reminded, its lead told, counted as no answer."""

    NONE = 0
    REMIND = 1
    LEAD = 2
    OVER = 3


@dataclass(frozen=True)
class Dues:
    """Until when silence is let be, at each level."""

    remind_at: datetime
    lead_at: datetime
    over_at: datetime


def dues(proposed_at: datetime, *, urgent: bool) -> Dues:
    """The moments at which an unanswered proposal is recalled, and passed on.

    Calendar days on the clocks of France, at the hour of the proposal; what would fall on a day when nobody works waits
    for the next that is worked, unless it is urgent.
    """
    moments = [days_later(proposed_at, days) for days in (_URGENT if urgent else _ORDINARY)]
    return Dues(*(moments if urgent else [on_working_day(moment) for moment in moments]))


def accepted_dues(heard_at: datetime, appointment_at: datetime | None) -> Dues:
    """The same for a service that accepted and has not met her; an appointment ahead is no silence."""
    since = max(heard_at, appointment_at) if appointment_at else heard_at
    return Dues(*(on_working_day(days_later(since, days)) for days in _ACCEPTED))


def silence(until: Dues, now: datetime) -> Silence:
    """The level that is reached."""
    levels = ((until.over_at, Silence.OVER), (until.lead_at, Silence.LEAD), (until.remind_at, Silence.REMIND))
    return next((level for moment, level in levels if now >= moment), Silence.NONE)


def link_expires(proposed_at: datetime, *, urgent: bool) -> datetime:
    """When a link without an account ends: with the time for answering."""
    return dues(proposed_at, urgent=urgent).over_at
