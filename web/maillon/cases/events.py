"""What a case tells those who build upon it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from maillon.base.events import Event


@dataclass(frozen=True)
class CaseErased(Event):
    """The content of a case was destroyed: what hangs on it must go in the same transaction."""

    case_id: UUID
    at: datetime


@dataclass(frozen=True)
class CaseHandedOver(Event):
    """Somebody else of the organisation is responsible now."""

    case_id: UUID
    to_membership_id: UUID
    at: datetime


@dataclass(frozen=True)
class CaseConsentWithdrawn(Event):
    """She took back an agreement; `purpose` is a value of cases.enums.Purpose."""

    case_id: UUID
    consent_id: UUID
    purpose: str
    at: datetime
