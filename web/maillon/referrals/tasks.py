"""Background work of the referrals."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.referrals.services import erase_expired, watch_silence


@periodic("referrals.watch_silence", "7-59/10 * * * *")
def watch(timestamp: int) -> None:
    """Reminds, tells leads and passes on, every ten minutes."""
    watch_silence(at=clock.now())


@periodic("referrals.erase_expired", "53 3 * * *")
def erase(timestamp: int) -> None:
    """Destroys what is past its time, every night."""
    erase_expired(at=clock.now())
