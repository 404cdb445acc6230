"""Writing lines: one statement with one array a column, so that it reads the same however many lines there are.

The database plans it once per connection, and nothing is composed per line: opening a page of a timeline writes thirty,
and composing their insertion took longer than opening them (`make bench`, `cases`).
"""

from collections.abc import Sequence

from django.db import connection
from psycopg.types.json import Jsonb

from maillon.base import rows
from maillon.journal.models import Chain, Line

# Each column of a line with the type of its array.
_TYPES = {
    "id": "uuid",
    "chain_id": "smallint",
    "position": "bigint",
    "at": "timestamptz",
    "action": "text",
    "member_id": "uuid",
    "organisation_id": "uuid",
    "subject_kind": "text",
    "subject_id": "uuid",
    "recipient_organisation_id": "uuid",
    "reason": "text",
    "details": "jsonb",
    "digest": "bytea",
}
_COLUMNS = ", ".join(f'"{column}"' for column in _TYPES)
_ARRAYS = ", ".join(f"%s::{kind}[]" for kind in _TYPES.values())
_APPEND = f"INSERT INTO {Line._meta.db_table} ({_COLUMNS}) SELECT * FROM unnest({_ARRAYS})"  # noqa: S608 - the names above

_MOVE_ON = f"UPDATE {Chain._meta.db_table} SET length = %s, head = %s, seal = %s WHERE id = %s"  # noqa: S608 - its own name


def append(lines: Sequence[Line]) -> None:
    """Stores the lines as they are; all or none."""
    given = [{**line.__dict__, "details": Jsonb(line.details)} for line in lines]
    with connection.cursor() as cursor:
        cursor.execute(_APPEND, [[line[column] for line in given] for column in _TYPES])


def free_chain() -> Chain | None:
    """A chain that nobody else is writing to, locked to the end of the transaction; None where there is none."""
    found = rows.read(Chain, "TRUE LIMIT 1 FOR UPDATE SKIP LOCKED", [])
    return found[0] if found else None


def move_on(chain: Chain) -> None:
    """Writes down where a locked chain ends now."""
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_ON, [chain.length, bytes(chain.head), bytes(chain.seal), chain.pk])
