"""Ending sessions from the server's side. A deleted row signs its browser out at its next request."""

from datetime import datetime

from django.db import transaction

from maillon.accounts.models import Member, Membership, Session
from maillon.accounts.services.devices import end_devices
from maillon.journal.enums import Action
from maillon.journal.services import record


def revoke_sessions(member: Member, *, keep: bytes | None = None) -> int:
    """Ends all sessions of a member, half signed in ones too, but the one with the digest `keep`. Returns how many."""
    rows = Session.objects.filter(member=member)
    if keep is not None:
        rows = rows.exclude(pk=keep)
    return rows.delete()[0]


def sign_out(*, by: Membership, at: datetime) -> None:
    """Records that a member signs out; the caller flushes the session and takes the cookie back."""
    _record(by, at, reason="")


def sign_out_everywhere(
    *, by: Membership, at: datetime, keep: bytes | None = None, keep_device: bytes | None = None
) -> int:
    """Ends the member's sessions in all browsers but the one with the digest `keep`. Returns how many.

    Her devices are emptied at their next contact, but the one with the digest `keep_device`.
    """
    with transaction.atomic():
        end_devices(member=by.member, at=at, keep=keep_device)
        ended = revoke_sessions(by.member, keep=keep)
        _record(by, at, reason="everywhere")
    return ended


def _record(by: Membership, at: datetime, *, reason: str) -> None:
    record(by=by, at=at, action=Action.SIGNED_OUT, subject_kind="member", subject_id=by.member_id, reason=reason)
