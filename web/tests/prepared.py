"""Statements that stay prepared when a test is undone: the server plans each of them once, and not once a test.

psycopg forgets them at a rollback, which may have taken a table back. PostgreSQL looks at that by itself: it plans a
statement anew whose tables are others now. After DROP and ALTER they are still forgotten.
"""

import re

import pytest
from psycopg._preparing import PrepareManager

_UNDONE = re.compile(rb"ROLLBACK\b")


def keep_prepared(patch: pytest.MonkeyPatch) -> None:
    """From here on, on every connection of this process."""
    discards = PrepareManager._should_discard

    def unless_undone(manager, prep, results):
        return discards(manager, prep, [one for one in results if not _UNDONE.match(one.command_status or b"")])

    patch.setattr(PrepareManager, "_should_discard", unless_undone)
