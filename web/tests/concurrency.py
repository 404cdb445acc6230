"""Two at once, for tests that commit: together at a gate, or one while the other has not ended yet."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction

from maillon.base.errors import Refusal


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Runs the acts at the same moment, each on a connection of its own; a refusal is its result."""
    gate = threading.Barrier(len(acts), timeout=60)

    def run(act: Callable[[], Any]) -> Any:
        gate.wait()
        return _result(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def before(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """What `second` gives when it starts while `first` is done and not yet committed: it has to wait for its lock."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            waiting = pool.submit(_result, second)
            _until_it_waits(waiting)
        return waiting.result(60)


def _result(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Refusal as refusal:
        return refusal
    finally:
        connection.close()


def _until_it_waits(other: Future[Any]) -> None:
    """Returns once the database says that somebody waits for a lock of ours."""
    with connection.cursor() as cursor:
        while not other.done():
            cursor.execute(
                "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)) LIMIT 1"
            )
            if cursor.fetchone():
                return
    pytest.fail("the other one did not wait")
