"""How long a path runs: six months, again and again, twenty-four in all. Days without a clock; the last day counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from maillon.exits import facts
from maillon.guidance.records import months_later

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """What the préfet granted once, from its first day to its last."""

    from_on: date
    until_on: date


def last_day(from_on: date, months: int) -> date:
    """The last day of so many months that begin on `from_on`: the day before the same day of the month.

    Where the last month has no such day, it is the whole of it: nobody loses a day to a short month.
    """
    same = months_later(from_on, months)
    return same - _DAY if same.day == from_on.day else same


def next_period(granted: Sequence[Period], from_on: date | None = None) -> Period | None:
    """What the préfet may grant next, or None where the twenty-four months are used up (CASF L121-9).

    `granted` stand in order. `from_on` is the first day that is thought of; without it, the day after the last. Raises
    ValueError for one that was granted already, or where nothing was granted and no day is given.
    """
    start = from_on or (granted[-1].until_on + _DAY if granted else None)
    if start is None or (granted and start <= granted[-1].until_on):
        msg = "a period begins after the one before it"
        raise ValueError(msg)
    if len(granted) >= most_periods():
        return None
    until = last_day(start, facts.months("path_period"))
    return Period(start, min(until, final_day(granted, start)))


def may_renew(granted: Sequence[Period]) -> bool:
    """Whether any of the twenty-four months is left."""
    return bool(granted) and len(granted) < most_periods()


def most_periods() -> int:
    """How many periods make up all the time that there is."""
    return facts.months("path_total") // facts.months("path_period")


def final_day(granted: Sequence[Period], start: date) -> date:
    """The last day of all that a period which begins on `start` may reach. Days between two periods do not count."""
    first = granted[0].from_on if granted else start
    gaps = sum(_gaps(granted, start), timedelta())
    return last_day(first, facts.months("path_total")) + gaps


def _gaps(granted: Sequence[Period], start: date) -> list[timedelta]:
    starts = [period.from_on for period in granted[1:]] + [start]
    return [begun - before.until_on - _DAY for before, begun in zip(granted, starts, strict=False)]


def is_running(granted: Sequence[Period], on: date) -> bool:
    """Whether that day lies in what was granted."""
    return any(period.from_on <= on <= period.until_on for period in granted)
