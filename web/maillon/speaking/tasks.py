"""Background work of those who speak."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.speaking.services import forget_expired


@periodic("speaking.forget_expired", "41 * * * *")
def forget(timestamp: int) -> None:
    """Destroys what is past its time, every hour: seven days are seven days."""
    forget_expired(at=clock.now())
