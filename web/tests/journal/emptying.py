"""How a test may empty a database whose journal refuses it: with triggers off, and with the chains opened again."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from maillon.journal.services import open_chains


@contextmanager
def triggers_off() -> Iterator[None]:
    """What somebody with full rights on the database can do. Works only for a superuser of PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = DEFAULT")


def empty_tables() -> None:
    """Deletes every row that a test has committed. Rows are few and tables many: to truncate all would take a second.

    What the migrations wrote of themselves stays.
    """
    kept = {MigrationRecorder.Migration._meta.db_table, "django_content_type", "auth_permission"}
    with triggers_off(), connection.cursor() as cursor:
        tables = [
            connection.ops.quote_name(name) for name in connection.introspection.table_names() if name not in kept
        ]
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in tables))
        for (name,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {name}")


def reopen_chains() -> None:
    """Opens the sixteen chains again after the tables were emptied."""
    with triggers_off():
        open_chains()
