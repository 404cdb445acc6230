"""Everything has an end: tellings that nobody came back to, and codes whose report is gone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from maillon.base.clock import midnight
from maillon.base.locking import locked_row
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.speaking import rules
from maillon.speaking.models import Speaker
from maillon.speaking.services.speakers import destroy

_BATCH = 200


@dataclass(frozen=True)
class Forgotten:
    """How many paused tellings, and how many codes of erased reports, were destroyed."""

    paused: int
    codes: int


def forget_expired(*, at: datetime) -> Forgotten:
    """Destroys what was paused seven days ago, and thirty days later the codes of reports that were erased.

    Each in a transaction of its own, so that a run that is cut short has destroyed whole things only.
    """
    paused = Q(paused_at__lte=rules.paused_before(midnight(at)))
    # A code that opens something else as well, which an app above sealed to it, lives as long as that.
    erased = Q(report__erased_at__lte=rules.erased_before(at), key_pair__grants=None)
    return Forgotten(paused=_forget_all(paused, at), codes=_forget_all(erased, at))


def _forget_all(which: Q, at: datetime) -> int:
    keys = Speaker.objects.filter(which).values_list("pk", flat=True)
    return sum(_forget(key, which, at) for key in keys.iterator(_BATCH))


@transaction.atomic
def _forget(key: UUID, which: Q, at: datetime) -> bool:
    # Asked again under the lock: she may have come back meanwhile.
    speaker = locked_row(Speaker.objects.select_related("key_pair", "paused").filter(which, pk=key), no_key=False)
    if speaker is None:
        return False
    destroy(speaker)
    record(by=None, at=at, action=Action.ERASED, subject_kind="telling", subject_id=key)
    return True
