"""What happens once somebody has signed in and chosen in whose name she acts."""

from datetime import datetime

from maillon.accounts.models import Membership
from maillon.accounts.services.keys import ensure_key
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import selectors as vault_selectors
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring

# As many items as move to the organisation's new key at one sign-in; the rest follow at the next ones.
_RESEALED_AT_ONCE = 500


def arrive(*, membership: Membership, keyring: Keyring | None, second_factor: str, at: datetime) -> None:
    """Records the sign-in, and lets a reader's unlocked key finish what a colleague's departure began.

    `second_factor` says how the second factor was given: `totp`, `recovery_code` or `demo`.
    """
    if keyring is not None and membership.role_enum.reads:
        ensure_key(membership=membership, at=at)
        if membership.member_id in vault_selectors.holders(membership.organisation_id):
            vault.reseal_pending(
                organisation_id=membership.organisation_id,
                keyring=keyring,
                by=membership,
                at=at,
                limit=_RESEALED_AT_ONCE,
            )
    record(
        by=membership,
        at=at,
        action=Action.SIGNED_IN,
        subject_kind="membership",
        subject_id=membership.pk,
        details={"second_factor": second_factor},
    )
