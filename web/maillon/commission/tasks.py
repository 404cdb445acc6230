"""Background work of the commission."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.commission.services import erase_expired, shut_forgotten


@periodic("commission.shut_forgotten", "4-59/10 * * * *")
def shut(timestamp: int) -> None:
    """Takes back the files of meetings that nobody closed, within ten minutes of midnight."""
    shut_forgotten(at=clock.now())


@periodic("commission.erase_expired", "27 4 * * *")
def erase(timestamp: int) -> None:
    """Destroys what is past its time, every night."""
    erase_expired(at=clock.now())
