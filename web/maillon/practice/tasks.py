"""Background work of the exercises."""

from maillon.base import clock
from maillon.base.tasks import periodic
from maillon.practice.services import forget_rooms


@periodic("practice.forget_rooms", "41 3 * * *")
def forget(timestamp: int) -> None:
    """Deletes single answers that are past their time, every night."""
    forget_rooms(at=clock.now())
