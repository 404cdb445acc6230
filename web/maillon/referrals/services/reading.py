"""Who refers reads again what she wrote; both sides read what was added to an answer."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Reading
from maillon.vault.keyrings import Keyring


def open_own(*, referral_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> OpenedParts:
    """What was told, for its author or a reader of her organisation. Journalled. Raises NotAllowed or CannotOpen."""
    raise NotImplementedError


def read_words(*, step_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> str:
    """The precision on a refusal or an outcome; empty where there is none. Journalled. Raises NotAllowed."""
    raise NotImplementedError
