"""Reads one record of a data file, field by field, and says exactly what is wrong with it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from maillon.guidance.errors import BrokenRulebook

E = TypeVar("E", bound=StrEnum)


class Record:
    """A table of a data file. Each getter takes its field out; `done` refuses what nobody asked for.

    Every getter raises BrokenRulebook when the field is missing or of another kind.
    """

    def __init__(self, where: str, table: Any) -> None:
        if not isinstance(table, Mapping):
            raise BrokenRulebook(f"{where}: is not a table")
        self.where = where
        self._left: dict[str, Any] = dict(table)

    def has(self, key: str) -> bool:
        """Whether the field is written, and not yet taken."""
        return key in self._left

    def take(self, key: str) -> Any:
        """The field as written."""
        if key not in self._left:
            raise BrokenRulebook(f"{self.where}: {key} is missing")
        return self._left.pop(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that isn't blank, or `default` where the field may be left out."""
        if default is not None and key not in self._left:
            return default
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            raise BrokenRulebook(f"{self.where}: {key} must be a text")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none of them blank or twice there."""
        if default is not None and key not in self._left:
            return default
        values = self.take(key)
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise BrokenRulebook(f"{self.where}: {key} must be a list of texts")
        if len(set(values)) < len(values):
            raise BrokenRulebook(f"{self.where}: {key} names something twice")
        return tuple(values)

    def tables(self, key: str) -> list[Any]:
        """A list of tables, which may be empty only where the caller allows it."""
        values = self.take(key)
        if not isinstance(values, list) or not values:
            raise BrokenRulebook(f"{self.where}: {key} must be a list with at least one table")
        return values

    def flag(self, key: str) -> bool:
        """True or false, written out."""
        value = self.take(key)
        if not isinstance(value, bool):
            raise BrokenRulebook(f"{self.where}: {key} must be true or false")
        return value

    def number(self, key: str) -> int:
        """A whole number above zero."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise BrokenRulebook(f"{self.where}: {key} must be a whole number above zero")
        return value

    def count(self, key: str) -> int:
        """A whole number, zero included."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise BrokenRulebook(f"{self.where}: {key} must be a whole number")
        return value

    def day(self, key: str) -> date:
        """A date without a time."""
        value = self.take(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise BrokenRulebook(f"{self.where}: {key} must be a date")
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """One of a closed list."""
        return _member(self.where, key, self.take(key), kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Some of a closed list."""
        return tuple(_member(self.where, key, value, kind) for value in self.texts(key))

    def done(self) -> None:
        """Refuses fields that mean nothing here: most often a typing mistake."""
        if self._left:
            raise BrokenRulebook(f"{self.where}: {', '.join(sorted(map(str, self._left)))} means nothing here")


def _member(where: str, key: str, value: Any, kind: type[E]) -> E:
    try:
        return kind(value)
    except ValueError:
        raise BrokenRulebook(f"{where}: {key} can't be {value!r}") from None
