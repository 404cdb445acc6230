"""A transmission as a line of a list."""

from dataclasses import dataclass

from maillon.portals.pro.inbox.facts import age_words
from maillon.reports.deadlines import Due, deadlines
from maillon.reports.models import Transmission


@dataclass(frozen=True)
class Row:
    """One line of a list: clear facts only. `due` is what presses most."""

    transmission: Transmission
    age: str
    due: Due | None


def row(transmission: Transmission) -> Row:
    """The line of a transmission. Have its `requests` prefetched, as `reports.deadlines` asks."""
    return Row(transmission, age_words(transmission.report.facts), next(iter(deadlines(transmission)), None))
