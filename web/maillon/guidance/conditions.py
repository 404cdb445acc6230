"""Which facts a row of the rules calls for: lists of values per fact, and nothing that is executed."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, ReporterStatus, Wish
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.facts import Facts

BOOLEANS: tuple[bool, ...] = (False, True)
STATUS_SETS: tuple[frozenset[ReporterStatus], ...] = tuple(
    frozenset(chosen) for size in range(len(ReporterStatus) + 1) for chosen in combinations(ReporterStatus, size)
)
MINOR_AGES = frozenset(AgeClass) - {AgeClass.ADULT}

# Every value that every fact can take: the whole space of situations is their product.
DOMAINS: Mapping[str, tuple[Any, ...]] = {
    "age": tuple(AgeClass),
    "statuses": STATUS_SETS,
    "place": tuple(PlaceKind),
    "danger": BOOLEANS,
    "grave": BOOLEANS,
    "wish": tuple(Wish),
    "can_protect_herself": tuple(Answer),
    "couple_violence": BOOLEANS,
    "mortal_danger": BOOLEANS,
    "online_public": BOOLEANS,
    "foreign_victim": tuple(Answer),
    "offence": tuple(OffenceKnown),
}
STATUS_KEYS = ("status_any", "status_all", "status_none")


@dataclass(frozen=True)
class Clause:
    """One line of a condition as it was written: `minor`, a fact's name or one of the status keys, and its values."""

    key: str
    values: tuple[Hashable, ...]


@dataclass(frozen=True)
class Condition:
    """Holds when each fact it names has one of the values it allows."""

    clauses: tuple[Clause, ...]

    def allows(self, fact: str, value: Hashable) -> bool:
        """Whether that value of that fact leaves the condition possible."""
        return all(_clause_allows(clause, value) for clause in self.clauses if _fact_of(clause.key) == fact)

    def holds(self, facts: Facts) -> bool:
        """The plain reading of the condition; `Matcher` gives the same answer fast."""
        return all(self.allows(fact, getattr(facts, fact)) for fact in DOMAINS)


def parse_condition(written: Mapping[str, Any], where: str) -> Condition:
    """Read one condition as the data file writes it; raises BrokenRulebook on an unknown fact or value."""
    if not written:
        raise BrokenRulebook(f"{where}: a condition names no fact")
    return Condition(tuple(_parse_clause(key, value, where) for key, value in written.items()))


def _parse_clause(key: str, written: Any, where: str) -> Clause:
    known = _known_values(key, where)
    values = written if isinstance(written, list) else [written]
    if not values:
        raise BrokenRulebook(f"{where}: {key} lists no value")
    found = []
    for value in values:
        matches = [item for item in known if item == value and isinstance(item, bool) == isinstance(value, bool)]
        if not matches:
            raise BrokenRulebook(f"{where}: {key} can't be {value!r}")
        found.append(matches[0])
    return Clause(key, tuple(found))


def _known_values(key: str, where: str) -> tuple[Hashable, ...]:
    if key in STATUS_KEYS:
        return tuple(ReporterStatus)
    if key == "minor":
        return BOOLEANS
    if key == "statuses" or key not in DOMAINS:
        raise BrokenRulebook(f"{where}: {key} is not a fact")
    return DOMAINS[key]


def _fact_of(key: str) -> str:
    if key in STATUS_KEYS:
        return "statuses"
    return "age" if key == "minor" else key


def _clause_allows(clause: Clause, value: Any) -> bool:
    named = set(clause.values)
    match clause.key:
        case "minor":
            return bool((value in MINOR_AGES) in named)
        case "status_any":
            return bool(named & value)
        case "status_all":
            return bool(named <= value)
        case "status_none":
            return not (named & value)
        case _:
            return bool(value in named)


class Matcher:
    """The conditions of all rows, laid out so that one situation is matched by a dozen look-ups.

    Each condition has one bit. For each fact, a table tells which conditions each of its values leaves possible.
    """

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        self.tables: dict[str, dict[Any, int]] = {
            fact: {
                value: sum(1 << bit for bit, condition in enumerate(conditions) if condition.allows(fact, value))
                for value in values
            }
            for fact, values in DOMAINS.items()
        }
        self._tables = tuple(self.tables.values())

    def mask(self, facts: Facts) -> int:
        """One bit for each condition that the situation meets."""
        age, statuses, place, danger, grave, wish, protect, couple, mortal, online, foreign, offence = self._tables
        return (
            age[facts.age]
            & statuses[facts.statuses]
            & place[facts.place]
            & danger[facts.danger]
            & grave[facts.grave]
            & wish[facts.wish]
            & protect[facts.can_protect_herself]
            & couple[facts.couple_violence]
            & mortal[facts.mortal_danger]
            & online[facts.online_public]
            & foreign[facts.foreign_victim]
            & offence[facts.offence]
        )
