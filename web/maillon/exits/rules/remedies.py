"""What can be done against a refusal."""

from dataclasses import dataclass
from datetime import date

from maillon.exits import facts
from maillon.guidance.records import months_later


@dataclass(frozen=True)
class Remedy:
    """The administrative court, and until when it is usually asked. `sure` says whether that day has a source."""

    until_on: date
    sure: bool


def remedy(told_on: date, on: date) -> Remedy:
    """The remedy against a refusal that was told on `told_on`; what is shown as to be confirmed, unless it is sure."""
    found = facts.fact("remedy_court")
    return Remedy(months_later(told_on, facts.months("remedy_court")), found.is_sure(on))
