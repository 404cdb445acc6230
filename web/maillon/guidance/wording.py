"""A rule's conditions in words. Gives msgids and leaves joining and translating them to whoever shows them."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from maillon.guidance.conditions import Clause, Condition
from maillon.guidance.rulebook import Rulebook


@dataclass(frozen=True)
class Phrase:
    """One fact and the values of it that are meant: any of them, or every one where `every` says so."""

    label: str
    values: tuple[str, ...]
    every: bool = False


def in_words(condition: Condition, rulebook: Rulebook) -> tuple[Phrase, ...]:
    """What must all hold for a condition to hold, in the order in which it was written."""
    return tuple(_phrase(clause, rulebook) for clause in condition.clauses)


def name_of(value: Hashable, rulebook: Rulebook) -> str:
    """What a fact's value is called: a closed list's word, or yes and no."""
    if isinstance(value, StrEnum):
        return rulebook.word(value)
    return rulebook.words["yes_no"]["true" if value else "false"]


def _phrase(clause: Clause, rulebook: Rulebook) -> Phrase:
    return Phrase(
        rulebook.words["fact"][clause.key],
        tuple(name_of(value, rulebook) for value in clause.values),
        clause.key == "status_all",
    )
