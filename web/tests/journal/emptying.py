"""How a test may empty a database whose journal refuses it: with triggers off, and with the chains opened again."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

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


def reopen_chains() -> None:
    """Opens the sixteen chains again after the tables were emptied."""
    with triggers_off():
        open_chains()
