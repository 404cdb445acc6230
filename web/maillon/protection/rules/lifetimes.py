"""How long the content of an assessment is kept. Pure: days are passed in."""

from datetime import date, timedelta

from maillon.guidance.records import months_later
from maillon.protection.facts import FACTS

# Our own choices (D): leads are told so long before anything is destroyed, and a hold is looked at again every year.
NOTICE = timedelta(days=30)
LONGEST_HOLD = timedelta(days=366)


def over_on(last_contact_on: date) -> date:
    """The day on which the content leaves the active base: two years after the last contact (CNIL, 20 January 2022)."""
    return months_later(last_contact_on, FACTS.months("active_base"))


def notice_on(last_contact_on: date) -> date:
    """From when the leads are told that the content will be destroyed."""
    return over_on(last_contact_on) - NOTICE


def is_over(*, last_contact_on: date, told_on: date | None, hold_until: date | None, today: date) -> bool:
    """Whether the content of an ended assessment is to be destroyed: its time has gone, the leads have known of it for
    thirty days, and no hold keeps it. A hold counts through its last day."""
    if told_on is None or (hold_until is not None and today <= hold_until):
        return False
    return today >= max(over_on(last_contact_on), told_on + NOTICE)


def may_hold(until: date, today: date) -> bool:
    """Whether a hold may last to that day: a year at most, and then it is placed anew."""
    return today < until <= today + LONGEST_HOLD
