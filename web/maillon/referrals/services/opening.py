"""What somebody was given of a referral, out of the vault."""

from collections.abc import Collection, Mapping
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import PartKind
from maillon.referrals.models import Part, Referral
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import SealedItem


def parts_of(referral: Referral, kinds: Collection[str]) -> list[Part]:
    """The stored parts of these kinds, in the order of the list of kinds."""
    found = Part.objects.filter(referral=referral, kind__in=kinds).select_related("item")
    order = list(PartKind)
    return sorted(found, key=lambda part: order.index(PartKind(part.kind)))


def items_of(referral: Referral, kinds: Collection[str]) -> list[SealedItem]:
    """What is sealed of them."""
    return [part.item for part in parts_of(referral, kinds)]


def texts_of(parts: Collection[Part], opened: Mapping[UUID, bytes]) -> OpenedParts:
    """The parts that opened. Raises CannotOpen where there are some and none did: the reader has no key yet."""
    if parts and not opened:
        raise CannotOpen
    return OpenedParts({PartKind(part.kind): opened[part.item_id].decode() for part in parts if part.item_id in opened})


def through_of(referral: Referral, by: Membership) -> UUID | None:
    """Whose key opens for who refers: the author's own, or for her colleagues that of the organisation."""
    return None if by.pk == referral.author_id else referral.organisation_id
