"""The world of the matrix, made once for all its tests and undone at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from tests.rights.world import World, make_world


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is rolled back, and that a durable block inside takes for the test's own."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Made in a transaction that is never committed: nobody else sees it."""
    with django_db_blocker.unblock(), undone():
        yield make_world()


@pytest.fixture
def cell(world):
    """`with cell(): …` runs one request and forgets what it did."""
    return undone
