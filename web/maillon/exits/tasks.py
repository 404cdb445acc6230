"""Background work of the exit paths."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.exits import services


@periodic("exits.watch", "11 6 * * *")
def watch(timestamp: int) -> None:
    """Recalls ends that come near, and notes what silence has approved, every morning."""
    at = clock.now()
    services.watch(at=at)
    services.watch_approvals(at=at)


@periodic("exits.erase_expired", "37 3 * * *")
def erase(timestamp: int) -> None:
    """Destroys what is past its time, every night."""
    services.erase_expired(at=clock.now())
