"""Rows written and read by statements that are composed once, for the ways that many go at the same time.

The ORM composes its statement anew each time: on the way of a report, that took longer than everything that the
database does for it (`make bench`, `tellings`). Names of tables, columns and types come from the models.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from itertools import count, islice
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper
from django.db.models import AutoField, BinaryField, CharField, Field, JSONField, Model
from django.db.models.base import ModelState
from psycopg import RawCursor
from psycopg.types.json import Jsonb

M = TypeVar("M", bound=Model)
# Statements that differ in which columns are empty, which are the same in all rows, and how many rows there are.
_MOST_STATEMENTS = 512
# Beyond, a statement has one array a column: each value on its own costs the driver less, but for each number of
# rows the database has another statement to plan.
_MOST_ROWS_ONE_BY_ONE = 8
# An array costs the driver as much as a handful of values, so few columns are arrays from two rows on.
_FEW_COLUMNS = 2


@dataclass
class _Waiting:
    """What is to be stored together: rows, and calls with their parameters."""

    rows: list[Model] = field(default_factory=list)
    calls: list[tuple[str, Sequence[Any]]] = field(default_factory=list)


_waiting: ContextVar[_Waiting | None] = ContextVar("what waits for the rest", default=None)


def new(model: type[M], **values: Any) -> M:
    """An unsaved row, as `model(**values)` makes it but sooner: by the names of its columns' attributes.

    What is not given has its default. Raises TypeError for a name that is no column's.
    """
    constant, made = _defaults(model)
    known = {**constant, **values}
    if len(known) != len(constant):
        raise TypeError(sorted(values.keys() - constant.keys()))
    for name, make in made:
        if name not in values:
            known[name] = make()
    return _row(model, known, ModelState())


def insert(*rows: Model) -> None:
    """Stores new rows, of one table or of several, in one statement: all or none.

    They may refer to one another, since references are checked at the end of the transaction. Every column has the
    value that the row says, as with `save(force_insert=True)`, but keys that the database gives are not read back.
    Within `together`, they wait for the others.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.rows.extend(rows)
    elif rows:
        _store(rows)


def call(expression: str, values: Sequence[Any]) -> None:
    """Evaluates an SQL expression for what it does, with `%s` for each of its values; within `together`, with the rows.

    Its text is composed into statements that are kept, so it must not vary.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.calls.append((expression, values))
    else:
        _store([], [(expression, values)])


@contextmanager
def together() -> Iterator[None]:
    """What is inserted in the block is stored at its end, or by `store_waiting`: in one statement, all or none.

    Nothing of it is stored where the block raises. Until then nobody finds these rows, the block itself included.
    """
    if _waiting.get() is not None:
        yield
        return
    before = _waiting.set(_Waiting())
    try:
        yield
        store_waiting()
    finally:
        _waiting.reset(before)


def store_waiting() -> None:
    """Stores what waits in `together`, for a statement that has to find it there."""
    waiting = _waiting.get()
    if waiting is not None and (waiting.rows or waiting.calls):
        rows, calls = waiting.rows, waiting.calls
        waiting.rows, waiting.calls = [], []
        _store(rows, calls)


def insert_unless_there(row: Model, *, unique: str) -> bool:
    """Stores a new row at once, and says whether it did: not where another has the same value in the `unique` column.

    One that another transaction is about to store is waited for.
    """
    table = _Rows(type(row), [row])
    done = execute(f"{_insertion((table.shape,))} ON CONFLICT ({_quoted(unique)}) DO NOTHING", table.values)
    if done:
        _now_stored([row])
    return bool(done)


def read(model: type[M], condition: str, values: Sequence[Any]) -> list[M]:
    """The rows of a model that an SQL condition holds for, and what may follow one; `values` are its parameters."""
    here = _connected()
    cursor = here.create_cursor()
    (here.make_debug_cursor if here.queries_logged else here.make_cursor)(cursor).execute(
        f"{_selection(model)} WHERE {condition}", values
    )
    found = cursor.fetchall()
    names, readers = _names(model), _readers(model)
    if readers:
        found = [_as_read(row, readers) for row in found]
    return [_row(model, dict(zip(names, row, strict=True)), _stored_state()) for row in found]


def _row(model: type[M], values: dict[str, Any], state: ModelState) -> M:
    # As `from_db` does, without the signals, which there are none of, and the questions that every column is asked.
    row = model.__new__(model)
    row.__dict__.update(values)
    row._state = state  # noqa: SLF001 - what `__init__` does, and there is no other way to say it
    return row


def _stored_state() -> ModelState:
    state = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    return state


@cache
def _defaults(model: type[Model]) -> tuple[dict[str, Any], tuple[tuple[str, Callable[[], Any]], ...]]:
    """Every column's attribute with its default; and those whose default is made anew for each row."""
    fields = model._meta.concrete_fields
    made = tuple((item.attname, item.get_default) for item in fields if item.has_default() and callable(item.default))
    names = {name for name, _make in made}
    return {item.attname: None if item.attname in names else item.get_default() for item in fields}, made


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """A column: the attribute that holds it, its name and array type in SQL, and what the driver is given."""

    attribute: str
    name: str
    kind: str
    given: Callable[[Any], Any] | None


# A table, its columns with the same value in all rows, then those with several, and how many rows stand one by one; 0
# where each of the latter columns is an array.
_Shape = tuple[type[Model], tuple[_Column, ...], tuple[_Column, ...], int]


class _Rows:
    """Rows of one table, as the parameters of an insertion."""

    def __init__(self, model: type[Model], rows: Sequence[Model]) -> None:
        same: list[_Column] = []
        several: list[_Column] = []
        self.values: list[Any] = []
        varied: list[list[Any]] = []
        stored = [row.__dict__ for row in rows]
        alone = len(stored) == 1
        for column in _columns(model):
            attribute, given = column.attribute, column.given
            first = stored[0][attribute]
            if not alone:
                found = [values[attribute] for values in stored]
                if found.count(first) != len(found):
                    several.append(column)
                    varied.append(found if given is None else [item if item is None else given(item) for item in found])
                    continue
            if first is not None:
                # What is left out is NULL.
                same.append(column)
                self.values.append(first if given is None else given(first))
        one_by_one = len(rows) <= _MOST_ROWS_ONE_BY_ONE and (len(several) > _FEW_COLUMNS or alone)
        if one_by_one:
            self.values += [value for row in zip(*varied, strict=True) for value in row]
        else:
            self.values += varied
        self.shape: _Shape = (model, tuple(same), tuple(several), len(rows) if one_by_one else 0)


def _store(rows: Iterable[Model], calls: Sequence[tuple[str, Sequence[Any]]] = ()) -> None:
    by_model: dict[type[Model], list[Model]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    tables = [_Rows(model, found) for model, found in by_model.items()]
    given = [values for _expression, values in calls]
    statement = _insertion(tuple(table.shape for table in tables), tuple(expression for expression, _values in calls))
    execute(statement, [value for values in (*(table.values for table in tables), *given) for value in values])
    for found in by_model.values():
        _now_stored(found)


class _Logged(CursorDebugWrapper):
    """Notes statements as they stand: Django would write the values into them, which have other marks here."""

    def execute(self, sql: Any, params: Any = None) -> Any:
        with self.debug_sql(sql, params):
            return super(CursorDebugWrapper, self).execute(sql, params)


def execute(statement: str, values: Sequence[Any]) -> int:
    """Runs a statement whose parameters are `$1`, `$2`, … and says how many rows it touched.

    With these marks, a long statement need not be searched for them each time.
    """
    here = _connected()
    raw = RawCursor(here.connection)
    (_Logged if here.queries_logged else CursorWrapper)(raw, here).execute(statement, values)
    return raw.rowcount


def _connected() -> Any:
    # Once and by its name: `connection` looks for it again at each of its attributes.
    here = connections[DEFAULT_DB_ALIAS]
    if here.connection is None:
        here.ensure_connection()
    return here


def _now_stored(rows: Iterable[Model]) -> None:
    for row in rows:
        state = row._state  # noqa: SLF001 - what `save` does, and there is no other way to say it
        state.adding, state.db = False, DEFAULT_DB_ALIAS


@lru_cache(_MOST_STATEMENTS)
def _insertion(shapes: tuple[_Shape, ...], calls: tuple[str, ...] = ()) -> str:
    marks = (f"${number}" for number in count(1))
    parts = [_into(shape, marks) for shape in shapes]
    if calls:
        parts.append(f"SELECT {', '.join(call % tuple(islice(marks, call.count('%s'))) for call in calls)}")
    *others, last = parts
    if not others:
        return last
    named = ", ".join(f"rows_{place} AS ({text})" for place, text in enumerate(others))
    return f"WITH {named} {last}"


def _into(shape: _Shape, marks: Iterator[str]) -> str:
    model, same, several, one_by_one = shape
    names = ", ".join(_quoted(column.name) for column in (*same, *several))
    text = f"INSERT INTO {_quoted(model._meta.db_table)} ({names})"
    shared = [f"{next(marks)}::{column.kind}" for column in same]
    if one_by_one:
        rows = [[*shared, *(f"{next(marks)}::{column.kind}" for column in several)] for _row in range(one_by_one)]
        return f"{text} VALUES {', '.join(f'({values})' for values in map(', '.join, rows))}"
    # unnest would take the inner arrays apart as well, and needs one to know how many rows there are.
    assert several
    assert not any(column.kind.endswith("]") for column in several)
    chosen = ", ".join([*shared, *(f"u.c{place}" for place in range(len(several)))])
    arrays = ", ".join(f"{next(marks)}::{column.kind}[]" for column in several)
    named = ", ".join(f"c{place}" for place in range(len(several)))
    return f"{text} SELECT {chosen} FROM unnest({arrays}) AS u({named})"  # noqa: S608 - the models' names


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
