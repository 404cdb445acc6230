"""Devices that keep reports without a signal: taken in once, and told to empty themselves when they may no longer."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from maillon.accounts import rules
from maillon.accounts.models import Device, Member, Membership
from maillon.accounts.refusals import NotAllowed
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record

# A contact is written down at most this often.
_SEEN_EVERY = timedelta(hours=1)


def register_device(*, by: Membership, browser: str, at: datetime) -> str:
    """Takes a browser in as a device of the member. Returns the secret for its cookie, which is kept nowhere.

    Raises NotAllowed for whoever can't report.
    """
    if not by.role_enum.reports or by.ended_at is not None:
        raise NotAllowed
    token = secrets.token_urlsafe(32)
    Device.objects.create(
        id=new_id(),
        membership=by,
        token_digest=rules.digest_of("device", token),
        browser=browser,
        registered_at=at,
        seen_at=at,
    )
    return token


def see_device(*, device: Device, at: datetime) -> None:
    """Notes that the device was in contact; writes once an hour at most."""
    if at - device.seen_at >= _SEEN_EVERY:
        Device.objects.filter(pk=device.pk).update(seen_at=at)


def end_device(*, device_id: UUID, by: Membership, at: datetime) -> None:
    """Has one of the member's own devices emptied at its next contact. Raises NotAllowed for anybody else's."""
    with transaction.atomic():
        if not _end(Device.objects.filter(pk=device_id, membership__member=by.member_id), at):
            raise NotAllowed
        record(by=by, at=at, action=Action.SIGNED_OUT, subject_kind="member", subject_id=by.member_id, reason="device")


def end_devices(*, member: Member, at: datetime, keep: bytes | None = None) -> int:
    """Has a member's devices emptied at their next contact, but the one with the digest `keep`. Returns how many."""
    rows = Device.objects.filter(membership__member=member)
    return _end(rows if keep is None else rows.exclude(token_digest=keep), at)


def end_devices_of(*, membership: Membership, at: datetime) -> int:
    """The same for one membership: its devices keep nothing once it has ended, or may no longer report."""
    return _end(Device.objects.filter(membership=membership), at)


def _end(devices: QuerySet[Device], at: datetime) -> int:
    return devices.filter(ended_at=None).update(ended_at=at)
