"""The dated facts of the exit path: what the law says in numbers, where that was read, and how sure it is."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path

from maillon.base.enums import Confidence
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.parsing import indexed
from maillon.guidance.reading import Record

_FILE = Path(__file__).parent / "data" / "facts.toml"


class Unit(StrEnum):
    """What a value counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    EUROS = "euros"


@dataclass(frozen=True)
class Fact:
    """One number of the law, or one of our own choices. `article` is empty where no text sets it."""

    code: str
    value: Decimal
    unit: Unit
    article: str
    source: str
    confidence: Confidence
    checked_on: date
    expires_on: date

    def is_sure(self, on: date) -> bool:
        """Whether it may be shown as it is; otherwise it is shown as to be confirmed, or not at all."""
        return on < self.expires_on and self.confidence is not Confidence.UNCONFIRMED


@cache
def load() -> dict[str, Fact]:
    """Every fact by its code. Raises BrokenRulebook for a file that can't be used."""
    return parse(_FILE.read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, Fact]:
    """The facts of a file's text. Raises BrokenRulebook, which says what is wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenRulebook(f"facts: {error}") from None
    return indexed("facts", tables.get("fact"), _fact)


def fact(code: str) -> Fact:
    """One of them."""
    return load()[code]


def number(code: str, unit: Unit) -> int:
    """The whole number of a fact that counts in `unit`."""
    found = fact(code)
    if found.unit is not unit:
        raise BrokenRulebook(f"facts, {code}: counts {found.unit}, not {unit}")
    return int(found.value)


def months(code: str) -> int:
    """The months of a fact."""
    return number(code, Unit.MONTHS)


def days(code: str) -> int:
    """The days of a fact."""
    return number(code, Unit.DAYS)


def _fact(record: Record) -> Fact:
    checked_on, expires_on = record.day("checked_on"), record.day("expires_on")
    if expires_on <= checked_on:
        raise BrokenRulebook(f"{record.where}: expires before it was checked")
    return Fact(
        code=record.text("code"),
        value=_value(record),
        unit=record.choice("unit", Unit),
        article=_maybe(record, "article"),
        source=record.text("source"),
        confidence=record.choice("confidence", Confidence),
        checked_on=checked_on,
        expires_on=expires_on,
    )


def _value(record: Record) -> Decimal:
    try:
        value = Decimal(record.text("value"))
    except InvalidOperation:
        raise BrokenRulebook(f"{record.where}: value must be a number") from None
    if not value.is_finite() or value <= 0:
        raise BrokenRulebook(f"{record.where}: value must be a number above zero")
    return value


def _maybe(record: Record, key: str) -> str:
    text = record.take(key)
    if not isinstance(text, str):
        raise BrokenRulebook(f"{record.where}: {key} must be a text, which may be empty")
    return text
