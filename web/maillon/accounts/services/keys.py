"""The organisation's key: made for its first reader, handed over by hand to the next ones."""

from datetime import datetime

from django.db import transaction

from maillon.accounts import selectors
from maillon.accounts.models import Membership
from maillon.accounts.refusals import NotAllowed, NotWaiting, NoUnlockedKey
from maillon.accounts.rights import Ability, abilities
from maillon.accounts.services.locking import lock_organisation
from maillon.vault import selectors as vault_selectors
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


def ensure_key(*, membership: Membership, at: datetime) -> bool:
    """Makes the organisation's key for a reader when there is none. False when there was, or when she does not read."""
    if not membership.role_enum.reads or vault_selectors.has_key([membership.organisation_id]):
        return False
    with transaction.atomic():
        # Two first readers at once: one makes the key, the other waits for it.
        lock_organisation(membership.organisation_id)
        if vault_selectors.has_key([membership.organisation_id]):
            return False
        vault.create_organisation_key(
            organisation_id=membership.organisation_id, holders=[membership.member_id], by=membership, at=at
        )
    return True


def share_keys(*, membership: Membership, keyring: Keyring, by: Membership, at: datetime) -> None:
    """Hands the organisation's key to a reader who waits for it, once her safety number has been compared by voice.

    Raises NotAllowed, NotWaiting, or NoUnlockedKey when `by` does not hold the key herself.
    """
    if Ability.HAND_KEY not in abilities(by, membership):
        raise NotAllowed
    with transaction.atomic():
        lock_organisation(membership.organisation_id)
        if by.member_id not in vault_selectors.holders(membership.organisation_id):
            raise NoUnlockedKey
        if membership.pk not in {waiting.pk for waiting in selectors.waiting_for_key(membership.organisation)}:
            raise NotWaiting
        vault.share_organisation_key(
            organisation_id=membership.organisation_id,
            with_member_id=membership.member_id,
            keyring=keyring,
            by=by,
            at=at,
        )
