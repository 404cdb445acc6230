"""Writes many rows at once, through PostgreSQL's COPY."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

Rows = Iterable[Sequence[Any]]


def array(codes: Iterable[str]) -> str:
    """Codes (letters, digits, hyphens) as PostgreSQL writes a list; the driver's own way takes far longer."""
    return "{" + ",".join(codes) + "}"


def insert(model: type[models.Model], columns: Sequence[str], rows: Rows) -> None:
    """Adds the rows."""
    _copy(model._meta.db_table, columns, rows)


def update(model: type[models.Model], columns: Sequence[str], rows: Rows) -> None:
    """Changes the rows of the table that have these ids; `id` is the first column."""
    table, (key, *others) = model._meta.db_table, columns
    names = ", ".join(columns)
    values = ", ".join(f"{name} = incoming.{name}" for name in others)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS incoming")
        cursor.execute(f"CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT {names} FROM {table} LIMIT 0")  # noqa: S608 - our own names
    _copy("incoming", columns, rows)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {values} FROM incoming WHERE {table}.{key} = incoming.{key}")  # noqa: S608 - our own names


def _copy(table: str, columns: Sequence[str], rows: Rows) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
