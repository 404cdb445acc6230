"""Background work of child protection."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.protection.services import erase_expired, watch_due


@periodic("protection.watch_due", "17 6 * * *")
def watch(timestamp: int) -> None:
    """Alerts those who assess, every morning."""
    watch_due(at=clock.now())


@periodic("protection.erase_expired", "43 3 * * *")
def erase(timestamp: int) -> None:
    """Tells leads, and destroys what is past its time, every night."""
    erase_expired(at=clock.now())
