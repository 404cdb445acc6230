"""Background work of those who speak."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.speaking.services import forget_expired, forget_sittings


@periodic("speaking.forget_expired", "41 * * * *")
def forget(timestamp: int) -> None:
    """Destroys what is past its time, every hour: seven days are seven days."""
    forget_expired(at=clock.now())


@periodic("speaking.forget_sittings", "*/10 * * * *")
def sweep(timestamp: int) -> None:
    """Deletes what browsers had open and left, every ten minutes."""
    forget_sittings(at=clock.now())
