"""Taking a key back from an organisation or a member that is not to open something any more."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from maillon.vault.enums import KeyOwner
from maillon.vault.models import Grant, SealedItem
from maillon.vault.services.organisations import lock_organisation


@transaction.atomic
def withdraw(*, items: Iterable[SealedItem], organisation_id: UUID) -> int:
    """Destroys the organisation's grants to these items, on its current and its retired pairs; says how many.

    The caller records why, in the same transaction. What was read before was read: the journal knows it.
    """
    # A re-sealing at the same moment would carry the grant over to a pair that this does not see.
    lock_organisation(organisation_id)
    grants = Grant.objects.filter(
        item__in=[item.pk for item in items],
        key_pair__owner_kind=KeyOwner.ORGANISATION,
        key_pair__owner_id=organisation_id,
    )
    return grants.delete()[0]


@transaction.atomic
def withdraw_from_members(*, items: Iterable[SealedItem], members: Iterable[UUID]) -> int:
    """Destroys the grants that are these members' own, on any pair of theirs; says how many.

    What their organisation's key opens stays so. The caller records why, in the same transaction.
    """
    grants = Grant.objects.filter(
        item__in=[item.pk for item in items],
        key_pair__owner_kind=KeyOwner.MEMBER,
        key_pair__owner_id__in=list(members),
    )
    return grants.delete()[0]
