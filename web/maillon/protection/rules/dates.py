"""Until when an information préoccupante is assessed, and when those who assess are alerted. Days of the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from maillon.guidance.records import months_later
from maillon.protection.enums import ShorterReason
from maillon.protection.facts import FACTS

# Our own choice (D): the law sets the end and no reminder before it.
_FIRST_DAYS, _LAST_DAYS = 30, 7
# Late for so long, the leads are told again.
_AGAIN = timedelta(days=30)


class Alert(IntEnum):
    """How near the end is: nobody told, told early, told again, past it."""

    NONE = 0
    FIRST = 1
    LAST = 2
    LATE = 3


@dataclass(frozen=True)
class Alerts:
    """The first days on which each alert is due."""

    first_on: date
    last_on: date
    late_on: date


def latest(received_on: date) -> date:
    """The last day that CASF D226-2-4 leaves for an assessment received on that day: three months by the calendar.

    The end of the month where the third month has no such day.
    """
    return months_later(received_on, FACTS.months("assessment"))


def may_be_due(due_on: date, reason: ShorterReason | None, *, received_on: date, today: date) -> bool:
    """Whether the assessment may be due on that day.

    Never later than the law leaves, and earlier for a reason alone (danger, age); never in the past, nor before it was
    received. On the last day that the law leaves there is nothing to give a reason for.
    """
    last = latest(received_on)
    if due_on > last:
        return False
    if due_on == last:
        return reason is None
    return reason is not None and max(received_on, today) <= due_on


def alerts(received_on: date, due_on: date) -> Alerts:
    """When those who assess are alerted: 30 and 7 days before the end, but not before a half and three quarters of the
    time have gone, where little is left; then on the day after the end."""
    span = max((due_on - received_on).days, 0)
    first = due_on - timedelta(days=min(_FIRST_DAYS, span // 2))
    last = due_on - timedelta(days=min(_LAST_DAYS, span // 4))
    return Alerts(first, last, due_on + timedelta(days=1))


def alert(when: Alerts, today: date) -> Alert:
    """The alert that is due on a day."""
    levels = ((when.late_on, Alert.LATE), (when.last_on, Alert.LAST), (when.first_on, Alert.FIRST))
    return next((level for day, level in levels if today >= day), Alert.NONE)


def late_again(told_on: date, today: date) -> bool:
    """Whether the leads are to be told anew of what is late."""
    return today - told_on >= _AGAIN
