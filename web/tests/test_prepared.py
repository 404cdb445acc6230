"""What stays prepared is used again after a rollback, and gives no stale answer when a table has become another."""

import pytest
from django.db import connection, transaction

pytestmark = pytest.mark.django_db


def prepared(cursor):
    return cursor.connection._prepared._names


def asked(cursor, times):
    for _ in range(times):
        cursor.execute("SELECT count(*) FROM base_instance WHERE name = %s", ["A name"])


def test_a_rollback_forgets_no_statement():
    with connection.cursor() as cursor:
        with transaction.atomic():
            asked(cursor, 5)
            transaction.set_rollback(True)
        assert any(b"base_instance WHERE name" in query for query, _types in prepared(cursor))


def test_a_table_that_is_taken_back_and_made_again_is_asked_anew():
    with connection.cursor() as cursor:
        for value in (1, 2):
            with transaction.atomic():
                cursor.execute("CREATE TABLE passing AS SELECT %s::integer AS value", [value])
                for _ in range(5):
                    cursor.execute("SELECT value FROM passing WHERE value > %s", [0])
                assert cursor.fetchone() == (value,)
                transaction.set_rollback(True)
