"""From the acceptance to the end: appointment, meeting, outcome."""

from datetime import datetime
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.referrals.enums import Outcome
from maillon.referrals.models import Step


def appoint(*, step_id: UUID, starts_at: datetime, minutes: int, joint: bool, by: Membership, at: datetime) -> Step:
    """Sets an appointment, or moves it; `joint` when who refers comes along. Both sides are told that something waits.

    Its calendar file is `referrals.calendars.calendar_file(step)`. Raises NotAllowed or WrongMoment.
    """
    raise NotImplementedError


def missed(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """She did not come: no end and no fault. The appointment is taken away, for another one. Raises NotAllowed."""
    raise NotImplementedError


def met(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """The service has met her. Raises NotAllowed."""
    raise NotImplementedError


def finish(*, step_id: UUID, outcome: Outcome, words: str = "", by: Membership, at: datetime) -> Step:
    """Ends it with an outcome, which goes back to who refers (with `words`, sealed) and to the person (in plain words).

    With Outcome.NOT_SUITED the next service that was agreed to is asked; with any other the referral is done.
    Raises NotAllowed or WrongReason.
    """
    raise NotImplementedError
