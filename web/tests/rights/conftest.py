"""The world of the matrix, made once for all its tests and undone at the end."""

from collections.abc import Iterator

import pytest

from tests.rights.world import World, make_world
from tests.undoing import undone


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Made in a transaction that is never committed: nobody else sees it."""
    with django_db_blocker.unblock(), undone():
        yield make_world()


@pytest.fixture
def cell(world):
    """`with cell(): …` runs one request and forgets what it did."""
    return undone
