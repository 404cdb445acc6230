"""Classes of situations that no rule tells apart, and sets of such classes said as briefly as possible."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import product

from maillon.guidance.conditions import DOMAINS, Matcher
from maillon.guidance.enums import ReporterStatus
from maillon.guidance.facts import Facts

# For each fact, or each status, the values meant: (fact or status, values). A fact left out may have any value.
Box = tuple[tuple[str, tuple[Hashable, ...]], ...]
_Cells = tuple[frozenset[Hashable], ...]

STATUS = "status:"
AXES: dict[str, tuple[Hashable, ...]] = {
    **{fact: values for fact, values in DOMAINS.items() if fact != "statuses"},
    **{STATUS + status: (True, False) for status in ReporterStatus},
}
_FACTS = tuple(fact for fact in DOMAINS if fact != "statuses")


def situations(matchers: Sequence[Matcher]) -> Iterator[tuple[_Cells, Facts]]:
    """Every class that these matchers tell apart, each with one situation of it that stands for all.

    Exact, because conditions look at each fact apart: values with the same bits in a fact's table are one to them all.
    """
    groups = [[(frozenset(cell), cell[0]) for cell in _groups(axis, matchers)] for axis in AXES]
    for chosen in product(*groups):
        cells, values = zip(*chosen, strict=True)
        told = dict(zip(_FACTS, values, strict=False))
        yield cells, Facts(statuses=_statuses(values[len(_FACTS) :]), **told)


@cache
def _statuses(held: tuple[bool, ...]) -> frozenset[ReporterStatus]:
    return frozenset(status for status, is_held in zip(ReporterStatus, held, strict=True) if is_held)


def _groups(axis: str, matchers: Sequence[Matcher]) -> list[tuple[Hashable, ...]]:
    groups: dict[tuple[int, ...], list[Hashable]] = defaultdict(list)
    for value in AXES[axis]:
        groups[_signature(axis, value, matchers)].append(value)
    return [tuple(values) for values in groups.values()]


def _signature(axis: str, value: Hashable, matchers: Sequence[Matcher]) -> tuple[int, ...]:
    if not axis.startswith(STATUS):
        return tuple(matcher.tables[axis][value] for matcher in matchers)
    status = axis.removeprefix(STATUS)
    return tuple(
        bits
        for matcher in matchers
        for statuses, bits in sorted(matcher.tables["statuses"].items(), key=lambda entry: sorted(entry[0] - {status}))
        if (status in statuses) is value
    )


def merged(cells: Iterable[_Cells]) -> list[Box]:
    """The same situations in fewer boxes: two that differ in one fact become one, until none do."""
    boxes = set(cells)
    before = -1
    while len(boxes) != before:
        before = len(boxes)
        for position in range(len(AXES)):
            boxes = _merged_along(position, boxes)
    return sorted((_box(cell) for cell in boxes), key=repr)


def _merged_along(position: int, boxes: set[_Cells]) -> set[_Cells]:
    joined: dict[tuple[_Cells, _Cells], frozenset[Hashable]] = {}
    for box in boxes:
        rest = (box[:position], box[position + 1 :])
        joined[rest] = joined.get(rest, frozenset()) | box[position]
    return {(*left, values, *right) for (left, right), values in joined.items()}


def _box(cells: _Cells) -> Box:
    return tuple(
        (axis, tuple(value for value in values if value in cell))
        for (axis, values), cell in zip(AXES.items(), cells, strict=True)
        if len(cell) < len(values)
    )
