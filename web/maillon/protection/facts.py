"""What the law says of minors: a record each, with its source and how sure it is."""

from pathlib import Path

from maillon.guidance.dated import Fact, Facts

FACTS = Facts(Path(__file__).parent / "data" / "facts.toml")


def fact(code: str) -> Fact:
    """One record. Raises KeyError for a code that is in no file."""
    return FACTS[code]
