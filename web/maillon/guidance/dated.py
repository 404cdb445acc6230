"""What the law says in numbers and sentences, kept by apps in files of their own: dated, with where it was read."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from maillon.base.enums import Confidence
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.parsing import indexed, life
from maillon.guidance.reading import Record
from maillon.guidance.records import Dated


class Unit(StrEnum):
    """What a value counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    EUROS = "euros"
    MEMBERS = "members"
    MEETINGS = "meetings a year"


@dataclass(frozen=True, kw_only=True)
class Fact(Dated):
    """One number of the law, with its unit, or one sentence, which is a French msgid; it may be both."""

    value: Decimal | None = None
    unit: Unit | None = None
    summary: str = ""

    def amount(self, unit: Unit) -> Decimal:
        """What it counts of `unit`. Raises BrokenRulebook when it counts something else, or nothing."""
        if self.unit is not unit or self.value is None:
            raise BrokenRulebook(f"{self.code}: counts {self.unit or 'nothing'}, not {unit}")
        return self.value

    def number(self, unit: Unit) -> int:
        """The same as a whole number."""
        return int(self.amount(unit))


T = TypeVar("T", bound=Dated)


class Facts:
    """The facts of one file, read at the first question. Each question raises BrokenRulebook for a broken file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def all(self) -> dict[str, Fact]:
        """Every fact by its code, in the order of the file."""
        return parse(self._file.read_text(encoding="utf-8"), "fact", as_fact)

    def __getitem__(self, code: str) -> Fact:
        """One of them. Raises KeyError for a code that the file has not."""
        return self.all[code]

    def number(self, code: str, unit: Unit) -> int:
        """The whole number of a fact that counts in `unit`. Raises BrokenRulebook when it counts something else."""
        return self[code].number(unit)

    def months(self, code: str) -> int:
        """The months of a fact."""
        return self.number(code, Unit.MONTHS)

    def days(self, code: str) -> int:
        """The days of a fact."""
        return self.number(code, Unit.DAYS)


def parse(text: str, table: str, build: Callable[[Record], T]) -> dict[str, T]:
    """The records of one table of a file's text. Raises BrokenRulebook, which says what is wrong and where."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenRulebook(f"{table}s: {error}") from None
    return indexed(f"{table}s", tables.get(table), build)


def as_fact(record: Record) -> Fact:
    """The fact that a record holds. Raises BrokenRulebook for one that says neither a number nor a sentence."""
    found = Fact(
        **origin(record),
        value=_value(record) if record.has("value") else None,
        unit=record.choice("unit", Unit) if record.has("unit") else None,
        summary=record.text("summary", ""),
    )
    if (found.value is None) != (found.unit is None):
        raise BrokenRulebook(f"{record.where}: a value and its unit go together")
    return found


def origin(record: Record) -> dict[str, Any]:
    """What every record says of where it comes from, ready for `Dated`. Raises BrokenRulebook when it does not."""
    checked_on, expires_on = life(record)
    return {
        "code": record.text("code"),
        "article": _article(record),
        "source": record.text("source"),
        "confidence": record.choice("confidence", Confidence),
        "checked_on": checked_on,
        "expires_on": expires_on,
    }


def _article(record: Record) -> str:
    text = record.take("article")
    if not isinstance(text, str):
        raise BrokenRulebook(f"{record.where}: article must be a text, which may be empty")
    return text


def _value(record: Record) -> Decimal:
    written = record.take("value")
    try:
        value = Decimal(written if isinstance(written, str | int) else "")
    except InvalidOperation:
        raise BrokenRulebook(f"{record.where}: value must be a number") from None
    if not value.is_finite() or value <= 0:
        raise BrokenRulebook(f"{record.where}: value must be a number above zero")
    return value
