"""What the accounts tell the floors above."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from maillon.base.events import Event


@dataclass(frozen=True)
class MembershipEnded(Event):
    """Somebody has left an organisation: what was waiting for her there needs somebody else."""

    membership_id: UUID
    member_id: UUID
    organisation_id: UUID
    by_membership_id: UUID
    at: datetime


@dataclass(frozen=True)
class ReadingEnded(Event):
    """Somebody stays in an organisation and reads no longer: what she had in hand there needs somebody else."""

    membership_id: UUID
    organisation_id: UUID
    by_membership_id: UUID
    at: datetime
