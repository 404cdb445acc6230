"""What is kept of a room after thirty days: its counts, and nothing else."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.guidance import rulebook
from maillon.practice import rules, selectors
from maillon.practice.models import Room


def forget_rooms(*, at: datetime) -> int:
    """Deletes the phones and single answers of rooms that ended thirty days ago; says of how many rooms.

    Each in a transaction of its own. Safe to run at any time, twice, or from two workers.
    """
    due = Room.objects.filter(forgotten_at=None, ends_at__lte=at - rules.TURNS_KEPT)
    return sum(_forget(key, at) for key in due.values_list("pk", flat=True))


@transaction.atomic
def _forget(key: UUID, at: datetime) -> bool:
    room = Room.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=key, forgotten_at=None).first()
    if room is None or not rules.turns_are_over(ends_at=room.ends_at, now=at):
        return False
    room.counts = selectors.counts(room, rulebook.load(), timezone.localdate(room.ends_at))
    room.players.all().delete()
    room.code, room.opened_by, room.forgotten_at = "", None, at
    room.save(update_fields=["counts", "code", "opened_by", "forgotten_at"])
    return True
