"""What happens in which order, where one invented thing hangs on another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Step:
    """Something that is done at a moment."""

    at: datetime
    do: Callable[[], object]


def play(steps: Iterable[Step]) -> None:
    """Does everything, the oldest first; what has the same moment in the order given."""
    for step in sorted(steps, key=lambda step: step.at):
        step.do()
