"""When somebody is told that an end comes near. Our own choice (D), well before the day: no text sets it."""

from datetime import date, timedelta
from enum import IntEnum

from maillon.exits import facts
from maillon.guidance.records import months_later


class Alert(IntEnum):
    """How near the end is."""

    NONE = 0
    FIRST = 1
    SECOND = 2
    OVER = 3


def path_alert(until_on: date, on: date) -> Alert:
    """Sixty and thirty days before the last day of what was granted, and once it is over."""
    first = until_on - timedelta(days=facts.days("path_first_alert"))
    second = until_on - timedelta(days=facts.days("path_second_alert"))
    return _level(first, second, until_on, on)


def approval_alert(until_on: date, on: date) -> Alert:
    """Eight and six months before an approval ends: asking takes up to six."""
    first = months_later(until_on, -facts.months("approval_first_alert"))
    second = months_later(until_on, -facts.months("approval_second_alert"))
    return _level(first, second, until_on, on)


def remind_on(until_on: date) -> date:
    """The day on which the end of a right to stay is first recalled."""
    return until_on - timedelta(days=facts.days("path_first_alert"))


def _level(first: date, second: date, until_on: date, on: date) -> Alert:
    if on > until_on:
        return Alert.OVER
    if on >= second:
        return Alert.SECOND
    return Alert.FIRST if on >= first else Alert.NONE
