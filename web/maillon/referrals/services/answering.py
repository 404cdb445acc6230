"""A service reads what it was sent and answers."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Reading, RefusalReason
from maillon.referrals.models import Step
from maillon.vault.keyrings import Keyring


def open_step(
    *, step_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading
) -> tuple[Step, OpenedParts]:
    """Opens at the service what it may have; the first opening makes of PROPOSED a SEEN. Journalled each time.

    Raises NotAllowed, or CannotOpen when the reader has not been given her organisation's key yet.
    """
    raise NotImplementedError


def accept(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """The service takes it. Raises NotAllowed unless it was opened and not answered."""
    raise NotImplementedError


def refuse(*, step_id: UUID, reason: RefusalReason, words: str = "", by: Membership, at: datetime) -> Step:
    """The service does not take it; the next one that was agreed to is asked at once.

    `words` are sealed to both sides of professionals. With RefusalReason.DECLINED the whole referral ends: the person
    does not want it. Also by who refers, for a service without an account that answered by telephone.
    Raises NotAllowed or WrongReason.
    """
    raise NotImplementedError
