"""What the law counts, and who sits in which quality: dated records from data files. No Django, no clock."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from maillon.base.enums import Confidence

_FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One number or rule of a text. `value` is in `unit`; past `until` it has to be read again."""

    code: str
    value: int
    unit: str
    article: str
    source: str
    checked: date
    confidence: Confidence
    until: date

    def is_sure(self, on: date) -> bool:
        """Whether it may be shown without « à confirmer » on this day."""
        return self.confidence is Confidence.VERIFIED and on <= self.until


@dataclass(frozen=True, kw_only=True)
class Quality:
    """In which quality somebody sits: at which meetings, and whether another of the service may come instead."""

    code: str
    label: str
    chairs: bool
    individual: bool
    policy: bool
    minors: bool
    # CRPA R133-3: who sits by office may be replaced by another of the service, a qualified person may not.
    substitutable: bool
    article: str
    source: str
    checked: date
    confidence: Confidence
    until: date
    since: date | None = None

    def is_sure(self, on: date) -> bool:
        """Whether it may be shown without « à confirmer » on this day."""
        return self.confidence is Confidence.VERIFIED and on <= self.until


@cache
def facts() -> Mapping[str, Fact]:
    """Every fact by its code. Raises KeyError, TypeError or ValueError for a data file that is wrong."""
    return {row["code"]: Fact(**_read(row)) for row in _rows("facts.toml", "fact")}


@cache
def qualities() -> Mapping[str, Quality]:
    """Every quality by its code, in the order of the law. Raises as `facts` does."""
    return {row["code"]: Quality(**_read(row)) for row in _rows("qualities.toml", "quality")}


def value(code: str) -> int:
    """The number of a fact."""
    return facts()[code].value


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))[table]
    return rows


def _read(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "confidence": Confidence(row["confidence"])}
