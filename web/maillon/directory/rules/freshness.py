"""How long a service's facts may be believed. Days are counted on the clocks of France; needs are values of Need.

The law sets none of these periods: they are the project's own (D). What is confirmed is due again sooner where a wrong
number costs a night outside.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from enum import StrEnum
from uuid import UUID

_URGENT = frozenset({"shelter", "listening"})
_URGENT_PERIOD = dt.timedelta(days=90)
_PERIOD = dt.timedelta(days=180)
# How long before the due date it is time to ask.
SOON = dt.timedelta(days=21)
# How long a stale entry is still shown, at the end of lists, before it hides.
SHOWN_STALE = dt.timedelta(days=90)
_ANSWER_PROVES = dt.timedelta(days=30)
_SUCCESS_PROVES = dt.timedelta(days=60)
# So many unanswered calls, by so many members, in so many days, and the entry is doubted.
_SILENT_CALLS, _SILENT_CALLERS = 3, 2
SILENT_WITHIN = dt.timedelta(days=30)


class Standing(StrEnum):
    """How far a service's facts may be believed on a day."""

    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"
    HIDDEN = "hidden"


def period(needs: Collection[str]) -> dt.timedelta:
    """How long a confirmation holds: 90 days for shelter and listening, 180 for everything else."""
    return _URGENT_PERIOD if _URGENT & set(needs) else _PERIOD


def due_on(needs: Collection[str], confirmed_on: dt.date) -> dt.date:
    """The last day on which what was confirmed then still holds."""
    return confirmed_on + period(needs)


def standing(due: dt.date, on: dt.date) -> Standing:
    """Fresh; due in its last three weeks, its due day included; stale from the day after; hidden 90 days later.

    No kind of entry is spared: a national number that nobody has checked hides too.
    """
    if on > due + SHOWN_STALE:
        return Standing.HIDDEN
    if on > due:
        return Standing.STALE
    return Standing.DUE if on > due - SOON else Standing.FRESH


def after_answer(due: dt.date, on: dt.date, *, needs: Collection[str], confirmed_on: dt.date | None) -> dt.date:
    """The due date once the phone was answered: that proves the number for a month, and not the rest.

    It never comes sooner, and never moves beyond twice the period after the last confirmation: somebody has to read
    the whole entry again at last.
    """
    return _put_off(due, on + _ANSWER_PROVES, needs, confirmed_on)


def after_success(due: dt.date, on: dt.date, *, needs: Collection[str], confirmed_on: dt.date | None) -> dt.date:
    """The due date once a referral was accepted: that proves for two months that the service takes people in."""
    return _put_off(due, on + _SUCCESS_PROVES, needs, confirmed_on)


def _put_off(due: dt.date, wanted: dt.date, needs: Collection[str], confirmed_on: dt.date | None) -> dt.date:
    if confirmed_on is None:
        return due
    return max(due, min(wanted, confirmed_on + 2 * period(needs)))


def is_silent(unanswered: Iterable[tuple[dt.date, UUID]], on: dt.date) -> bool:
    """Whether the calls that nobody answered, since somebody last did, make the entry doubtful.

    Three in thirty days, by two members at least: one colleague's bad day sinks no service.
    """
    recent = [(day, caller) for day, caller in unanswered if on - SILENT_WITHIN <= day <= on]
    return len(recent) >= _SILENT_CALLS and len({caller for _day, caller in recent}) >= _SILENT_CALLERS


def after_silence(due: dt.date, on: dt.date) -> dt.date:
    """The due date of a silent service: yesterday, so that it sinks at once."""
    return min(due, on - dt.timedelta(days=1))


def capacity_expires(needs: Collection[str], said_at: dt.datetime) -> dt.datetime:
    """Until when a number of free places may be believed: a day for shelter, a week for everything else."""
    return said_at + (dt.timedelta(hours=24) if "shelter" in needs else dt.timedelta(days=7))
