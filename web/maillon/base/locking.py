"""Rows that are locked before they are read with what hangs on them."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def locked_row(rows: QuerySet[M], *, no_key: bool = True, skip_locked: bool = False) -> M | None:
    """The one row of `rows` with its related ones, locked to the end of the transaction; None when there is none.

    Two statements: PostgreSQL gives a statement that waited for a lock the newest version of the locked row, but joins
    to it what it saw before it waited; a related row that came meanwhile would seem to be missing, and one that went
    would seem to be there. With `no_key`, others may go on to refer to the row. With `skip_locked`, a row that somebody
    else has locked is None too. Source: PostgreSQL's manual, « Read Committed Isolation Level ».
    """
    waiting = rows.select_related(None).select_for_update(of=("self",), no_key=no_key, skip_locked=skip_locked)
    key = waiting.values_list("pk", flat=True).first()
    return None if key is None else rows.filter(pk=key).first()
