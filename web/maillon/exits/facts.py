"""The dated facts of the exit path: what the law says in numbers, where that was read, and how sure it is."""

from pathlib import Path

from maillon.guidance.dated import Fact, Facts, Unit

FACTS = Facts(Path(__file__).parent / "data" / "facts.toml")


def fact(code: str) -> Fact:
    """One of them."""
    return FACTS[code]


def number(code: str, unit: Unit) -> int:
    """The whole number of a fact that counts in `unit`. Raises BrokenRulebook when it counts something else."""
    return FACTS[code].number(unit)


def months(code: str) -> int:
    """The months of a fact."""
    return FACTS.months(code)


def days(code: str) -> int:
    """The days of a fact."""
    return FACTS.days(code)
