"""What the law says of minors, read once from data/facts.toml: a record each, with its source and how sure it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from maillon.base.enums import Confidence

_FILE = Path(__file__).parent / "data" / "facts.toml"
UNITS = frozenset({"months"})


@dataclass(frozen=True)
class Fact:
    """One record. `value` and `unit` are None and empty for a fact that is no length of time."""

    code: str
    article: str
    summary: str
    source: str
    checked: date
    confidence: Confidence
    until: date
    value: int | None = None
    unit: str = ""

    def confidence_on(self, day: date) -> Confidence:
        """How sure it is on that day: past its time, not any more."""
        return Confidence.UNCONFIRMED if day > self.until else self.confidence

    def to_confirm(self, day: date) -> bool:
        """Whether it is shown « à confirmer » on that day."""
        return self.confidence_on(day) is Confidence.UNCONFIRMED

    @property
    def months(self) -> int:
        """Its length. Raises ValueError for a fact that has none."""
        if self.unit != "months" or self.value is None:
            msg = f"{self.code} is no length of time"
            raise ValueError(msg)
        return self.value


@cache
def facts() -> Mapping[str, Fact]:
    """Every record by its code."""
    return read(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def fact(code: str) -> Fact:
    """One record. Raises KeyError for a code that is in no file."""
    return facts()[code]


def read(table: Mapping[str, Any]) -> dict[str, Fact]:
    """The records of a parsed file. Raises ValueError for one that is incomplete, unknown or twice there."""
    found: dict[str, Fact] = {}
    for row in table["fact"]:
        try:
            one = Fact(**{**row, "confidence": Confidence(row["confidence"])})
        except (TypeError, KeyError) as error:
            msg = f"fact {row.get('code', '?')}: {error}"
            raise ValueError(msg) from error
        _check(one, found)
        found[one.code] = one
    return found


def _check(one: Fact, before: Mapping[str, Fact]) -> None:
    if one.code in before:
        msg = f"fact {one.code} is there twice"
        raise ValueError(msg)
    if (one.value is None) != (one.unit == "") or (one.unit and one.unit not in UNITS):
        msg = f"fact {one.code}: a value has a unit of {sorted(UNITS)}"
        raise ValueError(msg)
    if one.until <= one.checked:
        msg = f"fact {one.code} ends before it was checked"
        raise ValueError(msg)
