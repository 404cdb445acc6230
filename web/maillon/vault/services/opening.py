"""The only doors through which sealed content comes out. What somebody else told never comes out unrecorded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from maillon.base.actors import Actor
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record, record_many
from maillon.vault import crypto, intake
from maillon.vault.crypto import CannotOpen, Context, Raw
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import Grant, KeyPair, KeyShare, SealedItem
from maillon.vault.refusals import NoKey, NotOwn
from maillon.vault.selectors import current_keys
from maillon.vault.services.organisations import open_share
from maillon.vault.services.sealing import context_of, grant_for, own_grant

# Items first, each has a few grants: left to itself, the planner reads all that an organisation was ever granted.
_THROUGH = """
WITH granted AS MATERIALIZED (
    SELECT item_id, key_pair_id, sealed_key FROM vault_grant WHERE item_id = ANY(%s::uuid[])
)
SELECT granted.item_id, granted.sealed_key, share.key_pair_id, share.sealed
FROM granted
JOIN vault_keypair AS pair ON pair.id = granted.key_pair_id AND pair.owner_kind = %s AND pair.owner_id = %s
JOIN vault_keyshare AS share ON share.key_pair_id = pair.id AND share.member_key_id = %s
"""


def open_item(
    *, item: SealedItem, keyring: Keyring, organisation_id: UUID | None, by: Actor, at: datetime, reason: str
) -> bytes:
    """The content of one item; see `open_items`. Raises CannotOpen."""
    opened = open_items(items=[item], keyring=keyring, organisation_id=organisation_id, by=by, at=at, reason=reason)
    if item.pk not in opened:
        raise CannotOpen
    return opened[item.pk]


@transaction.atomic
def open_items(
    *,
    items: Sequence[SealedItem],
    keyring: Keyring,
    organisation_id: UUID | None,
    by: Actor,
    at: datetime,
    reason: str,
) -> dict[UUID, bytes]:
    """The contents, by item id, of those items that the key opens. A fixed number of queries, whatever the number.

    Through the organisation's key if `organisation_id` is given, else through the member's own. Each opening is in the
    journal in the same transaction: if it can't be recorded, nothing comes out.
    """
    opened = _opened_all(items, _content_keys(items, keyring, organisation_id))
    details = {"through": str(organisation_id) if organisation_id else None}
    _record_opened([item for item in items if item.pk in opened], by, at, reason, details)
    return opened


@transaction.atomic
def open_for_link(*, items: Sequence[SealedItem], keyring: Keyring, at: datetime, reason: str) -> dict[UUID, bytes]:
    """The contents, by item id, of those items that were sealed to this link. Journalled, by nobody with an account.

    Raises CannotOpen for a keyring that is no link's.
    """
    opened = _opened_without_account(KeyOwner.LINK, items, keyring)
    details = {"by": "link", "link": str(keyring.member_id)}
    _record_opened([item for item in items if item.pk in opened], None, at, reason, details)
    return opened


def _record_opened(
    items: Sequence[SealedItem], by: Actor | None, at: datetime, reason: str, details: Mapping[str, str | None]
) -> None:
    record_many(
        [
            Entry(
                by=by,
                at=at,
                action=Action.UNSEALED,
                subject_kind=item.kind,
                subject_id=item.subject_id,
                reason=reason,
                details={"item": str(item.pk), **details},
            )
            for item in items
        ]
    )


def open_parcel(*, parcel: bytes, context: Context, keyring: Keyring) -> bytes:
    """What this member sealed on a device without a signal, for the place that `context` names. Not journalled.

    Nobody else can open it, like a draft of hers. Raises CannotOpen for a parcel of somebody else, for another place,
    and for one sealed to an intake key that this process does not have.
    """
    inner = intake.unseal(parcel, settings.INTAKE_KEYS)
    key = crypto.unwrap_key(inner.wrapped_key, keyring.private_key, context)
    return crypto.open_content(inner.envelope, key, context)


def open_own(*, item: SealedItem, keyring: Keyring) -> bytes:
    """The content of an item that this member or this code alone can open, such as her own draft. Not journalled.

    Raises CannotOpen for anything else, so that this is no way round `open_item`.
    """
    try:
        grant = own_grant(item)
    except NotOwn:
        raise CannotOpen from None
    if grant.key_pair_id != keyring.key_pair_id:
        raise CannotOpen
    key = crypto.unwrap_key(grant.sealed_key, keyring.private_key, context_of(item))
    return crypto.open_content(item.envelope, key, context_of(item))


def open_for_code(*, items: Sequence[SealedItem], keyring: Keyring) -> dict[UUID, bytes]:
    """The contents, by item id, of those items that were sealed to this code. Two queries, whatever the number.

    Not journalled: what a person reads with her code is what she told and what was answered to her, and a line would
    keep the hour at which she came. Raises CannotOpen for a member's keyring, so that this is no way round
    `open_items`.
    """
    return _opened_without_account(KeyOwner.CODE, items, keyring)


def _opened_without_account(kind: KeyOwner, items: Sequence[SealedItem], keyring: Keyring) -> dict[UUID, bytes]:
    if not KeyPair.objects.filter(pk=keyring.key_pair_id, owner_kind=kind).exists():
        raise CannotOpen
    return _opened_all(items, _content_keys(items, keyring, None))


@transaction.atomic
def grant_to(
    *,
    item: SealedItem,
    organisation_id: UUID,
    keyring: Keyring,
    through_organisation_id: UUID | None,
    by: Actor,
    at: datetime,
) -> None:
    """Lets one more organisation open the item, by somebody who can open it. Granting twice is granting once.

    Raises CannotOpen when the key does not open the item, NoKey when the organisation has none. Journalled.
    """
    key = _content_keys([item], keyring, through_organisation_id).get(item.pk)
    if key is None:
        raise CannotOpen
    Grant.objects.bulk_create([grant_for(item, key, _pair_of(organisation_id), at)], ignore_conflicts=True)
    record(
        by=by,
        at=at,
        action=Action.SEALED,
        subject_kind=item.kind,
        subject_id=item.subject_id,
        recipient_organisation_id=organisation_id,
        details={"item": str(item.pk), "through": str(through_organisation_id) if through_organisation_id else None},
    )


@transaction.atomic
def grant_further(
    *,
    items: Sequence[SealedItem],
    keyring: Keyring,
    through_organisation_id: UUID | None,
    organisation_id: UUID | None = None,
    link: KeyPair | None = None,
    members: Sequence[UUID] = (),
    by: Actor | None,
    at: datetime,
) -> None:
    """Lets one more organisation, a link, or single members, open all these items, by somebody who can open each.

    `by` is None for whoever holds a code. Granting twice is granting once. Raises CannotOpen when the key does not open
    one of them, NoKey when somebody has none. Journalled; the organisation stands in the details alone, since its own
    journal is not to show what it may open later at the most. Members lose it again by `withdraw_from_members`.
    """
    keys = _content_keys(items, keyring, through_organisation_id)
    if any(item.pk not in keys for item in items):
        raise CannotOpen
    pairs = [link] if link is not None else []
    if organisation_id is not None:
        pairs.append(_pair_of(organisation_id))
    pairs += _pairs_of(members)
    grants = [grant_for(item, keys[item.pk], pair, at) for item in items for pair in pairs]
    Grant.objects.bulk_create(grants, ignore_conflicts=True)
    to = {"organisation": organisation_id, "link": link.owner_id if link else None, "through": through_organisation_id}
    details: dict[str, Any] = {name: str(key) for name, key in to.items() if key is not None}
    if members:
        details["members"] = sorted(str(member) for member in members)
    record_many(
        [
            Entry(
                by=by,
                at=at,
                action=Action.SEALED,
                subject_kind=item.kind,
                subject_id=item.subject_id,
                details={"item": str(item.pk), **details},
            )
            for item in items
        ]
    )


def _pair_of(organisation_id: UUID) -> KeyPair:
    pair = current_keys(organisations=[organisation_id]).get(organisation_id)
    if pair is None:
        raise NoKey(organisation_id)
    return pair


def _pairs_of(members: Sequence[UUID]) -> list[KeyPair]:
    pairs = current_keys(members=members) if members else {}
    for member in members:
        if member not in pairs:
            raise NoKey(member)
    return list(pairs.values())


def _opened_all(items: Iterable[SealedItem], keys: Mapping[UUID, bytes]) -> dict[UUID, bytes]:
    return {key: text for item in items if item.pk in keys for key, text in _opened(item, keys[item.pk]).items()}


def _opened(item: SealedItem, key: bytes) -> dict[UUID, bytes]:
    envelope, context = bytes(item.envelope), context_of(item)
    try:
        plaintext = crypto.open_content(envelope, key, context)
    except CannotOpen:
        return {}
    if crypto.is_outdated(envelope):
        # Only if nobody changed it meanwhile.
        newer = crypto.upgrade(envelope, key, context)
        SealedItem.objects.filter(pk=item.pk, envelope=envelope).update(envelope=newer)
    return {item.pk: plaintext}


def _content_keys(items: Iterable[SealedItem], keyring: Keyring, organisation_id: UUID | None) -> dict[UUID, bytes]:
    by_id = {item.pk: item for item in items}
    if organisation_id is None:
        grants = _own_grants(by_id, keyring)
    else:
        grants = _organisation_grants(by_id, keyring, organisation_id)
    keys: dict[UUID, bytes] = {}
    for item_id, sealed_key, private_key in grants:
        try:
            keys[item_id] = crypto.unwrap_key(sealed_key, private_key, context_of(by_id[item_id]))
        except CannotOpen:
            continue
    return keys


def _own_grants(item_ids: Iterable[UUID], keyring: Keyring) -> Iterator[tuple[UUID, Raw, bytes]]:
    grants = Grant.objects.filter(item_id__in=list(item_ids), key_pair_id=keyring.key_pair_id)
    for item_id, sealed_key in grants.values_list("item_id", "sealed_key"):
        yield item_id, sealed_key, keyring.private_key


def _organisation_grants(
    item_ids: Iterable[UUID], keyring: Keyring, organisation_id: UUID
) -> Iterator[tuple[UUID, Raw, bytes]]:
    # Shares and grants in one query: between two, a re-sealing could move the grants to another pair. Retired pairs
    # count too, since until then older items still hang on them.
    private_keys: dict[UUID, bytes] = {}
    with connection.cursor() as cursor:
        cursor.execute(_THROUGH, [list(item_ids), KeyOwner.ORGANISATION, organisation_id, keyring.key_pair_id])
        found = cursor.fetchall()
    for item_id, sealed_key, pair_id, share in found:
        if pair_id not in private_keys:
            private_keys[pair_id] = open_share(KeyShare(key_pair_id=pair_id, sealed=share), keyring)
        yield item_id, sealed_key, private_keys[pair_id]
