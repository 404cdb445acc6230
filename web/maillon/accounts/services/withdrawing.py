"""What goes when somebody leaves or may do less: keys, and invitations that nobody has used yet."""

from datetime import datetime

from maillon.accounts import selectors
from maillon.accounts.models import Invitation, Membership
from maillon.vault import selectors as vault_selectors
from maillon.vault import services as vault


def take_keys_back(*, membership: Membership, by: Membership, at: datetime) -> bool:
    """Takes the organisation's key from a member who no longer reads, and renews it for the others who hold it.

    To be called once she is no longer among the readers. False when nobody is left who can read.
    """
    organisation_id = membership.organisation_id
    holders = vault_selectors.holders(organisation_id)
    if membership.member_id in holders:
        # Only those who hold the key today get the new one: a renewal never stands in for a safety number.
        remaining = sorted(holders & set(selectors.readers_of(membership.organisation)))
        vault.remove_holder(
            organisation_id=organisation_id, member_id=membership.member_id, remaining=remaining, by=by, at=at
        )
    return bool(vault_selectors.has_key([organisation_id]))


def revoke_invitations_of(*, membership: Membership, at: datetime) -> None:
    """Makes worthless what she handed out and nobody has used yet."""
    Invitation.objects.filter(invited_by=membership, accepted_at=None, revoked_at=None).update(revoked_at=at)
