"""How long what is sealed is kept. Pure: days are passed in."""

from collections.abc import Iterable
from datetime import date, timedelta

from maillon.exits import facts
from maillon.guidance.records import months_later


def erase_on(contacts: Iterable[date], *, held_until: date | None = None) -> date:
    """The day on which the content of an ended path is destroyed: two years after the last contact, or after a hold."""
    due = months_later(max(contacts), facts.months("content_life"))
    return due if held_until is None else max(due, held_until + timedelta(days=1))


def warn_on(erased_on: date) -> date:
    """The day from which whoever is responsible is told that it will be."""
    return erased_on - timedelta(days=facts.days("erasure_alert"))
