"""What several tests find, made once: each test's own transaction stands in one that is rolled back after the last."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is rolled back, and that a durable block inside takes for the test's own."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)
