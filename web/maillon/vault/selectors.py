"""Who has which key. Nothing here opens anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from maillon.base import rows
from maillon.vault import intake
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant, KeyPair, KeyShare, SealedItem


def current_keys(
    *, organisations: Iterable[UUID] = (), members: Iterable[UUID] = (), codes: Iterable[UUID] = ()
) -> dict[UUID, KeyPair]:
    """The pair that is sealed to today, by owner; who has none is not in it."""
    owners = {KeyOwner.ORGANISATION: organisations, KeyOwner.MEMBER: members, KeyOwner.CODE: codes}
    wanted = {kind.value: keys for kind, ids in owners.items() if (keys := list(ids))}
    if not wanted:
        return {}
    # One by one and not as an array, for whose length the database would plan anew each time.
    own = " OR ".join(f"owner_kind = %s AND owner_id IN ({', '.join(['%s'] * len(keys))})" for keys in wanted.values())
    values = [value for kind, keys in wanted.items() for value in (kind, *keys)]
    return {pair.owner_id: pair for pair in rows.read(KeyPair, f"retired_at IS NULL AND ({own})", values)}


@dataclass(frozen=True)
class DeviceKeys:
    """The public halves that a device seals with while it has no signal: the instance's, and the member's own."""

    intake: bytes
    member: bytes


def device_keys(member_id: UUID) -> DeviceKeys | None:
    """What to give to a device of this member; None for one who has no key."""
    pair = current_keys(members=[member_id]).get(member_id)
    if pair is None:
        return None
    return DeviceKeys(intake.public_half(settings.INTAKE_KEYS[0]), bytes(pair.public_key))


def has_key(organisation_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the organisations that can be sealed to."""
    return set(current_keys(organisations=organisation_ids))


def holders(organisation_id: UUID) -> set[UUID]:
    """The members who hold the organisation's current key."""
    shares = KeyShare.objects.filter(
        key_pair__owner_kind=KeyOwner.ORGANISATION, key_pair__owner_id=organisation_id, key_pair__retired_at=None
    )
    return set(shares.values_list("member_key__owner_id", flat=True))


def is_sealed_to(*, item: SealedItem, organisation_id: UUID) -> bool:
    """True when the organisation was given the item, whoever holds its key today."""
    return Grant.objects.filter(
        item=item, key_pair__owner_kind=KeyOwner.ORGANISATION, key_pair__owner_id=organisation_id
    ).exists()


def has_pending(organisation_id: UUID) -> bool:
    """True while something is still sealed to a retired key of the organisation: see services.reseal_pending."""
    retired = Grant.objects.filter(
        key_pair__owner_kind=KeyOwner.ORGANISATION,
        key_pair__owner_id=organisation_id,
        key_pair__retired_at__isnull=False,
    )
    return retired.exists()
