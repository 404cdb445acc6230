"""What happens in which order, where one invented thing hangs on another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Step:
    """Something that is done at a moment."""

    at: datetime
    do: Callable[[], object]


def play(steps: Iterable[Step]) -> None:
    """Does everything, the oldest first; what has the same moment in the order given."""
    for step in sorted(steps, key=lambda step: step.at):
        step.do()


def ago(now: datetime, row: Mapping[str, Any]) -> datetime:
    """When a row of a data file happened, which says how many days before `now`, the moment of loading."""
    return now - timedelta(days=row["days_ago"])


def in_order(acts: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows of what happened, the oldest first."""
    return sorted(acts, key=lambda act: -int(act["days_ago"]))
