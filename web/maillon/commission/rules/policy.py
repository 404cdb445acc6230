"""How many policy meetings a year has, and when somebody has to be told that one is missing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from maillon.commission.enums import Alert

# Our own moments: the decree counts meetings in a year and names no date for them.
_SECOND_HALF = 7
_LAST_QUARTER = 10


@dataclass(frozen=True)
class PolicyYear:
    """How a year stands: meetings held, meetings planned and convoked, and how many are still to be planned."""

    year: int
    held: int
    planned: int
    missing: int
    alert: Alert


def policy_year(*, held: Collection[date], planned: Collection[date], on: date, least: int) -> PolicyYear:
    """The calendar year of `on`; days of other years do not count.

    PLAN from July on while meetings are to be planned, LATE from October on.
    """
    done = sum(day.year == on.year for day in held)
    ahead = sum(day.year == on.year and day >= on for day in planned)
    missing = max(least - done - ahead, 0)
    return PolicyYear(on.year, done, ahead, missing, _alert(missing, on))


def missed_last_year(*, held: Collection[date], on: date, least: int) -> int:
    """How many meetings the year before lacked."""
    return max(least - sum(day.year == on.year - 1 for day in held), 0)


def _alert(missing: int, on: date) -> Alert:
    if not missing or on.month < _SECOND_HALF:
        return Alert.NONE
    return Alert.PLAN if on.month < _LAST_QUARTER else Alert.LATE
