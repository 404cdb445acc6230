"""The dated facts of the exit path: what the law says in numbers, where that was read, and how sure it is."""

from pathlib import Path

from maillon.guidance.dated import Facts

FACTS = Facts(Path(__file__).parent / "data" / "facts.toml")
fact, number, months, days = FACTS.__getitem__, FACTS.number, FACTS.months, FACTS.days
