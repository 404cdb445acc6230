"""Taking back: one service or everything, by who refers or by the person; the keys go at once."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.models import Referral, Step
from maillon.vault.keyrings import Keyring


def withdraw(*, referral_id: UUID, by: Membership, at: datetime) -> Referral:
    """Who refers takes back all of it: every open step ends, and no service can open anything. Raises NotAllowed."""
    raise NotImplementedError


def withdraw_step(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """Who refers takes it back from one service; the next one that was agreed to is asked. Raises NotAllowed."""
    raise NotImplementedError


def revoke_consent(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """Writes down that an adult took back her agreement to one service, whatever the step's state.

    With effect at once: its keys are destroyed. Where it was being asked, the next one she agreed to is. Raises
    NotAllowed, also for a minor, whose consent was never asked.
    """
    raise NotImplementedError


def revoke_by_code(*, step_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The same by the person herself, with her code."""
    raise NotImplementedError


def withdraw_by_code(*, referral_id: UUID, keyring: Keyring, at: datetime) -> Referral:
    """The person stops all of it: every agreement is taken back, every service's keys destroyed. Raises NotAllowed."""
    raise NotImplementedError
