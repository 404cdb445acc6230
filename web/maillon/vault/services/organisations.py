"""An organisation's key: made for its readers, given to new ones, replaced when one of them leaves."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from maillon.base.actors import Actor
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import crypto
from maillon.vault.crypto import Context
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import KeyPair, KeyShare
from maillon.vault.refusals import HasKey, NoKey, NotAHolder
from maillon.vault.selectors import current_keys


@transaction.atomic
def create_organisation_key(
    *, organisation_id: UUID, holders: Sequence[UUID], by: Actor | None, at: datetime
) -> KeyPair:
    """Makes the organisation's first key, sealed to the member ids in `holders`.

    Raises NoKey(member) for a holder without a key, NoKey(organisation) without any holder, HasKey when there is one.
    """
    if not holders:
        raise NoKey(organisation_id)
    member_keys = current_keys(members=holders)
    for member_id in holders:
        if member_id not in member_keys:
            raise NoKey(member_id)
    try:
        with transaction.atomic():
            pair = _new_pair(organisation_id, list(member_keys.values()), at)
    except IntegrityError:
        raise HasKey from None
    _journal(Action.KEY_CREATED, organisation_id, by, at, {"key_pair": str(pair.id)})
    return pair


@transaction.atomic
def share_organisation_key(
    *, organisation_id: UUID, with_member_id: UUID, keyring: Keyring, by: Actor, at: datetime
) -> None:
    """Seals the organisation's key, and the retired ones that still open something, to one more member.

    Raises NotAHolder when the one who shares does not hold the current key, NoKey when the other has no key yet.
    """
    lock_organisation(organisation_id)
    pairs = {pair.id: pair for pair in _pairs(organisation_id)}
    held = list(KeyShare.objects.filter(key_pair_id__in=pairs, member_key_id=keyring.key_pair_id))
    if not any(pairs[share.key_pair_id].retired_at is None for share in held):
        raise NotAHolder
    member_key = current_keys(members=[with_member_id]).get(with_member_id)
    if member_key is None:
        raise NoKey(with_member_id)
    shares = [_share(share.key_pair_id, open_share(share, keyring), member_key, at) for share in held]
    KeyShare.objects.bulk_create(shares, ignore_conflicts=True)
    _journal(Action.KEY_SHARED, organisation_id, by, at, {"member": str(with_member_id)})


@transaction.atomic
def remove_holder(
    *, organisation_id: UUID, member_id: UUID, remaining: Sequence[UUID], by: Actor | None, at: datetime
) -> KeyPair | None:
    """Takes the organisation's keys from a member, and replaces the current one if she held it.

    The new pair is sealed to those of `remaining` (member ids of the other readers) who hold the key today. What is
    sealed to the old one is moved by `reseal_pending`. Returns the pair to seal to from now on; None when there is
    nobody left to read.
    """
    lock_organisation(organisation_id)
    pairs = _pairs(organisation_id)
    current = next((pair for pair in pairs if pair.retired_at is None), None)
    shares = KeyShare.objects.filter(key_pair__in=pairs)
    held = list(shares.filter(key_pair=current).values_list("member_key__owner_id", flat=True))
    shares.filter(member_key__owner_kind=KeyOwner.MEMBER, member_key__owner_id=member_id).delete()
    if current is None or member_id not in held:
        return current
    current.retired_at = at
    current.save(update_fields=["retired_at"])
    # Whoever left since the caller looked must not come back in: only holders of the old pair get the new one.
    readers = current_keys(members=set(remaining) & set(held) - {member_id})
    new = _new_pair(organisation_id, list(readers.values()), at) if readers else None
    details = {"retired": str(current.id), "new": str(new.id) if new else None, "member": str(member_id)}
    _journal(Action.KEY_ROTATED, organisation_id, by, at, details)
    return new


def lock_organisation(organisation_id: UUID) -> None:
    """Makes whoever else changes this organisation's keys wait until the transaction ends.

    Not row locks: who waits for one reads the rows of before the wait, and misses the pair that was made meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"vault {organisation_id}"])


def open_share(share: KeyShare, keyring: Keyring) -> bytes:
    """The organisation's private half out of a member's share. Raises CannotOpen."""
    return crypto.unwrap_key(share.sealed, keyring.private_key, _context(share.key_pair_id))


def _pairs(organisation_id: UUID) -> list[KeyPair]:
    return list(KeyPair.objects.filter(owner_kind=KeyOwner.ORGANISATION, owner_id=organisation_id))


def _new_pair(organisation_id: UUID, member_keys: Sequence[KeyPair], at: datetime) -> KeyPair:
    public_key, private_key = crypto.new_pair()
    pair = KeyPair(
        id=new_id(),
        owner_kind=KeyOwner.ORGANISATION,
        owner_id=organisation_id,
        public_key=public_key,
        created_at=at,
    )
    pair.save(force_insert=True)
    KeyShare.objects.bulk_create(_share(pair.id, private_key, member_key, at) for member_key in member_keys)
    return pair


def _share(key_pair_id: UUID, private_key: bytes, member_key: KeyPair, at: datetime) -> KeyShare:
    sealed = crypto.wrap_key(private_key, member_key.public_key, _context(key_pair_id))
    return KeyShare(key_pair_id=key_pair_id, member_key=member_key, sealed=sealed, created_at=at)


def _context(key_pair_id: UUID) -> Context:
    return Context("organisation-key", key_pair_id)


def _journal(
    action: Action, organisation_id: UUID, by: Actor | None, at: datetime, details: dict[str, str | None]
) -> None:
    record(by=by, at=at, action=action, subject_kind="organisation", subject_id=organisation_id, details=details)
