"""Muting an abusive thread: nobody is told of it any more, and nothing that is written in it is lost."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.enums import MuteReason
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability
from maillon.reports.services.locking import locked


@transaction.atomic
def mute(*, transmission_id: UUID, reason: MuteReason, by: Membership, at: datetime) -> Transmission:
    """Stops the notices about what the person writes here; it is stored and readable as before. Raises NotAllowed."""
    transmission = locked(transmission_id, by, Ability.MUTE)
    transmission.muted_at, transmission.mute_reason = at, reason
    return _saved(transmission, Action.MUTED, by, at, reason=reason)


@transaction.atomic
def unmute(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Lets the notices come again. Raises NotAllowed."""
    transmission = locked(transmission_id, by, Ability.UNMUTE)
    transmission.muted_at, transmission.mute_reason = None, ""
    return _saved(transmission, Action.UNMUTED, by, at)


def _saved(transmission: Transmission, action: Action, by: Membership, at: datetime, reason: str = "") -> Transmission:
    transmission.save(update_fields=["muted_at", "mute_reason"])
    record(by=by, at=at, action=action, subject_kind="transmission", subject_id=transmission.id, reason=reason)
    return transmission
