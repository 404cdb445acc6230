"""Rows written and read by statements that are composed once, for the ways that many go at the same time.

The ORM composes its statement anew each time: on the way of a report, that took longer than everything that the
database does for it (`make bench`, `tellings`). Names of tables, columns and types come from the models.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import AutoField, BinaryField, CharField, Field, JSONField, Model
from psycopg.types.json import Jsonb

M = TypeVar("M", bound=Model)
# Statements that differ in which columns are empty and which are the same in all rows: a handful a table.
_MOST_STATEMENTS = 512


def insert(*rows: Model) -> None:
    """Stores new rows, of one table or of several, in one statement: all or none.

    They may refer to one another, since references are checked at the end of the transaction. Every column has the
    value that the row says, as with `save(force_insert=True)`, but keys that the database gives are not read back.
    """
    tables = [_Rows(model, [row for row in rows if type(row) is model]) for model in dict.fromkeys(map(type, rows))]
    _execute(_insertion(tuple(table.shape for table in tables)), tables)
    _now_stored(rows)


def insert_unless_there(row: Model, *, unique: str) -> bool:
    """Stores a new row, and says whether it did: not where another has the same value in the `unique` column.

    One that another transaction is about to store is waited for.
    """
    table = _Rows(type(row), [row])
    done = _execute(f"{_insertion((table.shape,))} ON CONFLICT ({_quoted(unique)}) DO NOTHING", [table])
    if done:
        _now_stored([row])
    return bool(done)


def read(model: type[M], condition: str, values: Sequence[Any]) -> list[M]:
    """The rows of a model that an SQL condition holds for, and what may follow one; `values` are its parameters."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_selection(model)} WHERE {condition}", values)
        found = cursor.fetchall()
    names, readers = _names(model), _readers(model)
    if readers:
        found = [_as_read(row, readers) for row in found]
    return [model.from_db(connection.alias, names, row) for row in found]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: the attribute that holds it, its name and array type in SQL, and what the driver is given."""

    attribute: str
    name: str
    kind: str
    given: Callable[[Any], Any] | None


# A table, and its columns with the same value in all rows, then those with several.
_Shape = tuple[type[Model], tuple[_Column, ...], tuple[_Column, ...]]


class _Rows:
    """Rows of one table, as the parameters of an insertion."""

    def __init__(self, model: type[Model], rows: Sequence[Model]) -> None:
        same: list[_Column] = []
        several: list[_Column] = []
        self.values: list[Any] = []
        arrays: list[list[Any]] = []
        for column in _columns(model):
            found = _found(column, rows)
            first = found[0]
            if any(value != first for value in found[1:]):
                several.append(column)
                arrays.append(found)
            elif first is not None:
                # What is left out is NULL.
                same.append(column)
                self.values.append(first)
        self.values += arrays
        self.shape: _Shape = (model, tuple(same), tuple(several))


def _found(column: _Column, rows: Sequence[Model]) -> list[Any]:
    found = [row.__dict__[column.attribute] for row in rows]
    given = column.given
    return found if given is None else [None if value is None else given(value) for value in found]


def _execute(statement: str, tables: Iterable[_Rows]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for table in tables for value in table.values])
        return int(cursor.rowcount)


def _now_stored(rows: Iterable[Model]) -> None:
    for row in rows:
        state = row._state  # noqa: SLF001 - what `save` does, and there is no other way to say it
        state.adding, state.db = False, connection.alias


@lru_cache(_MOST_STATEMENTS)
def _insertion(shapes: tuple[_Shape, ...]) -> str:
    *others, last = map(_into, shapes)
    if not others:
        return last
    named = ", ".join(f"rows_{place} AS ({text})" for place, text in enumerate(others))
    return f"WITH {named} {last}"


def _into(shape: _Shape) -> str:
    model, same, several = shape
    # unnest would take the inner arrays apart as well.
    assert not any(column.kind.endswith("]") for column in several)
    names = ", ".join(_quoted(column.name) for column in (*same, *several))
    chosen = [f"%s::{column.kind}" for column in same] + [f"u.c{place}" for place in range(len(several))]
    text = f"INSERT INTO {_quoted(model._meta.db_table)} ({names}) SELECT {', '.join(chosen)}"
    if not several:
        return text
    arrays = ", ".join(f"%s::{column.kind}[]" for column in several)
    return f"{text} FROM unnest({arrays}) AS u({', '.join(f'c{place}' for place in range(len(several)))})"


@cache
def _columns(model: type[Model]) -> tuple[_Column, ...]:
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    return tuple(_Column(field.attname, str(field.column), _kind(field), _given(field)) for field in fields)


def _kind(field: "Field[Any, Any]") -> str:
    # Without its length, since a cast would cut what is too long, and an assignment refuses it.
    kind = field.db_type(connection)
    assert kind is not None
    head, _bracket, rest = kind.partition("(")
    return head + rest.rpartition(")")[2]


def _given(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    if isinstance(field, JSONField):
        return Jsonb
    if isinstance(field, BinaryField):
        return bytes
    return _plain if isinstance(field, CharField) else None


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


@cache
def _selection(model: type[Model]) -> str:
    names = ", ".join(_quoted(str(field.column)) for field in model._meta.concrete_fields)
    return f"SELECT {names} FROM {_quoted(model._meta.db_table)}"  # noqa: S608 - the models' names


@cache
def _names(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def _readers(model: type[Model]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    fields = enumerate(model._meta.concrete_fields)
    return tuple(
        (place, lambda value, read=read: read(value, None, connection))
        for place, field in fields
        for read in field.get_db_converters(connection)
    )


def _as_read(row: Sequence[Any], readers: Iterable[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    values = list(row)
    for place, reader in readers:
        values[place] = reader(values[place])
    return values


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
