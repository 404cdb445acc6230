"""Background work of the cases."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.cases.services import end_expired_shares, erase_expired, remind


@periodic("cases.end_shares", "11 0 * * *")
def end_shares(timestamp: int) -> None:
    """Takes the keys of shares whose last day has passed, every night."""
    end_expired_shares(at=clock.now())


@periodic("cases.erase_expired", "23 4 * * *")
def erase(timestamp: int) -> None:
    """Reminds of what comes to its end, and destroys what has come to it, every night."""
    remind(at=clock.now())
    erase_expired(at=clock.now())
