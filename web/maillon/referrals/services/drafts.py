"""A referral being written: sealed to its author, saved at each screen, gone after thirty days."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.models import Draft
from maillon.vault.keyrings import Keyring


def save_draft(*, draft_id: UUID, data: bytes, by: Membership, at: datetime) -> Draft:
    """Seals what is written so far to its author alone; the first time under `draft_id`, later in its place.

    What `data` holds is the caller's affair. Raises NotAllowed for another author's draft.
    """
    raise NotImplementedError


def read_draft(*, draft_id: UUID, by: Membership, keyring: Keyring) -> bytes:
    """What `save_draft` was last given. Not journalled: nobody else can open it. Raises NotAllowed."""
    raise NotImplementedError


def discard_draft(*, draft_id: UUID, by: Membership) -> None:
    """Destroys a draft; sending does it too. One that is not there counts as discarded. Raises NotAllowed."""
    raise NotImplementedError
