"""Two rulebooks side by side: for which situations the answer changed, and how. Pure."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from maillon.guidance.classes import Box, merged, situations
from maillon.guidance.facts import Guidance, Step
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.rules import route


@dataclass(frozen=True)
class Change:
    """What became of an answer: the steps that are gone or worded otherwise, and those that came in their place.

    Steps that stayed as they are stand in neither list; both are empty when only the order changed.
    """

    before: tuple[Step, ...]
    after: tuple[Step, ...]


@dataclass(frozen=True)
class Difference:
    """One change and the situations that it touches, as boxes of which any may hold."""

    change: Change
    boxes: tuple[Box, ...]


def compare(old: Rulebook, new: Rulebook, on: date) -> tuple[Difference, ...]:
    """Every difference between the two rulebooks' answers that day, over all situations; empty when there is none."""
    touched = defaultdict(list)
    # Answers are few and steps long: each two are compared once. Held, so that no other can come to have their ids.
    known: dict[tuple[int, int], tuple[Guidance, Guidance, Change | None]] = {}
    for cells, facts in situations((old.matcher, new.matcher)):
        before, after = route(facts, old, on), route(facts, new, on)
        pair = id(before), id(after)
        if pair not in known:
            known[pair] = before, after, _change(before.steps, after.steps)
        if change := known[pair][2]:
            touched[change].append(cells)
    return tuple(Difference(change, tuple(merged(cells))) for change, cells in touched.items())


def _change(before: tuple[Step, ...], after: tuple[Step, ...]) -> Change | None:
    if before == after:
        return None
    return Change(
        tuple(step for step in before if step not in after),
        tuple(step for step in after if step not in before),
    )
