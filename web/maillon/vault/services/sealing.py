"""Sealing contents to whoever may read them. No slow work: one read, one insert, whatever the number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from maillon.base import rows
from maillon.base.ids import new_id
from maillon.vault import crypto
from maillon.vault.crypto import Context
from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant, KeyPair, SealedItem
from maillon.vault.refusals import NoKey, NotOwn
from maillon.vault.selectors import current_keys


@dataclass(frozen=True, kw_only=True)
class SealRequest:
    """A content and who may open it. Its repr does not show the content."""

    plaintext: bytes = field(repr=False)
    kind: str
    subject_id: UUID
    organisations: Sequence[UUID] = ()
    members: Sequence[UUID] = ()
    codes: Sequence[UUID] = ()

    def recipients(self) -> list[UUID]:
        """Every recipient once."""
        return list(dict.fromkeys([*self.organisations, *self.members, *self.codes]))


def seal(
    *,
    plaintext: bytes,
    kind: str,
    subject_id: UUID,
    organisations: Sequence[UUID] = (),
    members: Sequence[UUID] = (),
    codes: Sequence[UUID] = (),
    at: datetime,
) -> SealedItem:
    """Seals one content; see `seal_many`."""
    request = SealRequest(
        plaintext=plaintext,
        kind=kind,
        subject_id=subject_id,
        organisations=organisations,
        members=members,
        codes=codes,
    )
    return seal_many([request], at=at)[0]


def seal_many(
    requests: Sequence[SealRequest], *, at: datetime, keys: Mapping[UUID, KeyPair] | None = None
) -> list[SealedItem]:
    """Seals each content under a key of its own, and that key to each of its recipients. Two queries in all.

    `keys` spares the first of them to whoever has just read the recipients' current keys in this transaction.
    Raises NoKey(recipient) when one has no current key, ValueError for a content that nobody could open.
    """
    if keys is None:
        keys = _current_keys(requests)
    items: list[SealedItem] = []
    grants: list[Grant] = []
    for request in requests:
        item, key = _sealed(request, at)
        items.append(item)
        grants += [grant_for(item, key, pair, at) for pair in _recipient_keys(request, keys)]
    rows.insert(*items, *grants)
    return items


@transaction.atomic
def reseal_own(*, item: SealedItem, plaintext: bytes, at: datetime) -> None:
    """Replaces the content of an item that one holder, and no organisation, can open, under a fresh key; the id stays.

    Raises NotOwn for an item that anybody else can open.
    """
    grant = own_grant(item)
    envelope, key = crypto.seal_content(plaintext, context_of(item))
    SealedItem.objects.filter(pk=item.pk).update(envelope=envelope)
    sealed_key = crypto.wrap_key(key, grant.key_pair.public_key, context_of(item))
    Grant.objects.filter(pk=grant.pk).update(sealed_key=sealed_key, created_at=at)
    item.envelope = envelope


def forget(*, item: SealedItem) -> None:
    """Destroys the item and every key to it. Delete what refers to it first."""
    with connection.cursor() as cursor:
        # One statement: the ORM would first ask each table that could refer to the item.
        cursor.execute(
            "WITH keys AS (DELETE FROM vault_grant WHERE item_id = %s) DELETE FROM vault_sealeditem WHERE id = %s",
            [item.pk, item.pk],
        )


def own_grant(item: SealedItem) -> Grant:
    """The only grant of an item that one member or one code alone can open. Raises NotOwn for any other item."""
    grants = list(Grant.objects.filter(item=item).select_related("key_pair")[:2])
    if len(grants) != 1 or grants[0].key_pair.owner_kind == KeyOwner.ORGANISATION:
        raise NotOwn
    return grants[0]


def context_of(item: SealedItem) -> Context:
    """What the item's envelope and grants are bound to."""
    return Context(item.kind, item.subject_id)


def grant_for(item: SealedItem, key: bytes, pair: KeyPair, at: datetime) -> Grant:
    """An unsaved grant of the content key to the holder of a pair."""
    sealed_key = crypto.wrap_key(key, pair.public_key, context_of(item))
    return rows.new(Grant, item_id=item.id, key_pair_id=pair.id, sealed_key=sealed_key, created_at=at)


def _current_keys(requests: Sequence[SealRequest]) -> Mapping[UUID, KeyPair]:
    return current_keys(
        organisations={owner for request in requests for owner in request.organisations},
        members={owner for request in requests for owner in request.members},
        codes={owner for request in requests for owner in request.codes},
    )


def _recipient_keys(request: SealRequest, keys: Mapping[UUID, KeyPair]) -> list[KeyPair]:
    recipients = request.recipients()
    if not recipients:
        msg = "a content must be sealed to somebody"
        raise ValueError(msg)
    for owner_id in recipients:
        if owner_id not in keys:
            raise NoKey(owner_id)
    return [keys[owner_id] for owner_id in recipients]


def _sealed(request: SealRequest, at: datetime) -> tuple[SealedItem, bytes]:
    envelope, key = crypto.seal_content(request.plaintext, Context(str(request.kind), request.subject_id))
    item = rows.new(
        SealedItem, id=new_id(), kind=str(request.kind), subject_id=request.subject_id, envelope=envelope, created_at=at
    )
    return item, key
