"""What keeps a case from being closed, transferred or erased: an upper app says so without this one knowing it."""

from collections.abc import Callable
from uuid import UUID

from django.utils.functional import Promise

Keeper = Callable[[UUID], Promise | str | None]
_keepers: list[Keeper] = []


def register(keeper: Keeper) -> None:
    """Asks `keeper`, with a case's id, before a case ends; it gives the reason in words for the worker, or None.

    Called once from an AppConfig.ready; registering twice counts once. It runs inside the act's transaction.
    """
    if keeper not in _keepers:
        _keepers.append(keeper)


def reasons(case_id: UUID) -> list[str]:
    """Why the case must stay open as far as upper apps know; empty when it need not."""
    return [str(reason) for keeper in _keepers if (reason := keeper(case_id)) is not None]
