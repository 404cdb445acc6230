"""A further service for a referral that is under way or exhausted: recorded by who refers, or agreed to by code."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.content import Wanted
from maillon.referrals.enums import PartKind
from maillon.referrals.models import Step
from maillon.vault.keyrings import Keyring


def add_recipient(*, referral_id: UUID, wanted: Wanted, by: Membership, keyring: Keyring, at: datetime) -> Step:
    """Plans one more service, last in line, and asks it at once where nobody else is being asked.

    An exhausted referral is open again. Raises what `propose` raises for one service, AlreadyThere, or CannotOpen when
    the keyring opens none of the parts.
    """
    raise NotImplementedError


def ask_consent(*, referral_id: UUID, service_id: UUID, parts: Set[PartKind], by: Membership, at: datetime) -> Step:
    """Suggests one more service, which the person sees with her code and accepts or not. Sealed to nobody new yet.

    Adults with a code only. Raises NotAllowed, NothingToTell, ServiceGone, Unreachable or AlreadyThere.
    """
    raise NotImplementedError


def agree_by_code(*, step_id: UUID, keyring: Keyring, language: str, at: datetime) -> Step:
    """The person accepts a suggested service: her keyring seals the parts to it, and it takes its place in line.

    `language` is the one she read the wording in. Raises NotAllowed, ServiceGone or Unreachable.
    """
    raise NotImplementedError


def decline_by_code(*, step_id: UUID, keyring: Keyring, at: datetime) -> Step:
    """The person does not want a suggested service. Raises NotAllowed."""
    raise NotImplementedError
