"""What a recipient organisation does with a transmission, from acknowledging to closing. People do, never a rule."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.accounts.selectors import readers_of
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports import rules
from maillon.reports.enums import Move, Outcome, State
from maillon.reports.models import GuidedStep, Report, Transmission
from maillon.reports.refusals import NotAllowed, NotAReader, TooEarly, WrongOutcome
from maillon.reports.rights import Ability, on_report
from maillon.reports.services.locking import locked, move, must_not_be_elsewhere
from maillon.reports.services.notifying import tell_author


def _record(transmission: Transmission, action: Action, by: Membership, at: datetime, **extra: Any) -> None:
    record(by=by, at=at, action=action, subject_kind="transmission", subject_id=transmission.id, **extra)


@transaction.atomic
def acknowledge(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Says to whoever reported that the organisation has it. Stops the clock of silence."""
    transmission = locked(transmission_id, by, Ability.ACKNOWLEDGE)
    move(transmission, Move.ACKNOWLEDGE)
    transmission.acknowledged_at = at
    transmission.save(update_fields=["state", "acknowledged_at"])
    tell_author(transmission)
    _record(transmission, Action.ACKNOWLEDGED, by, at)
    return transmission


@transaction.atomic
def take(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Takes an acknowledged transmission in hand; it is assigned to whoever took it, unless somebody has it."""
    transmission = locked(transmission_id, by, Ability.TAKE)
    move(transmission, Move.TAKE)
    if transmission.assigned_to_id is None:
        transmission.assigned_to = by
    transmission.save(update_fields=["state", "assigned_to"])
    tell_author(transmission)
    _record(transmission, Action.ASSIGNED, by, at)
    return transmission


@transaction.atomic
def assign(*, transmission_id: UUID, to: Membership | None, by: Membership, at: datetime) -> Transmission:
    """Gives the transmission to a reader of the same organisation, or to nobody. Raises NotAReader."""
    transmission = locked(transmission_id, by, Ability.ASSIGN)
    if to is not None and not _can_read(to, transmission):
        raise NotAReader
    transmission.assigned_to = to
    transmission.save(update_fields=["assigned_to"])
    _record(transmission, Action.ASSIGNED, by, at, details={"to": str(to.id) if to else None})
    return transmission


def _can_read(member: Membership, transmission: Transmission) -> bool:
    same = member.organisation_id == transmission.recipient_id and member.ended_at is None
    return same and member.member_id in readers_of(transmission.recipient)


@transaction.atomic
def mark_step(*, report: Report, code: str, done: bool, by: Membership, at: datetime) -> GuidedStep:
    """Says that a step of the guidance was done, or not after all. Author and current recipients may."""
    step = GuidedStep.objects.select_for_update().filter(report=report, code=code).first()
    if step is None or not _may_mark(report, by):
        raise NotAllowed
    step.done_at, step.done_by = (at, by) if done else (None, None)
    step.save(update_fields=["done_at", "done_by"])
    record(
        by=by,
        at=at,
        action=Action.STEP_DONE,
        subject_kind="report",
        subject_id=report.id,
        details={"step": code, "done": done},
    )
    return step


def _may_mark(report: Report, by: Membership) -> bool:
    if Ability.MARK_STEP in on_report(by, report):
        return True
    return (
        by.ended_at is None
        and by.role_enum.reads
        and report.transmissions.filter(
            recipient_id=by.organisation_id, state__in=rules.OPEN_STATES - {State.SENT}
        ).exists()
    )


@transaction.atomic
def close(
    *, transmission_id: UUID, outcome: Outcome, verify_on: date | None = None, by: Membership, at: datetime
) -> Transmission:
    """Ends a transmission with an outcome of the closed list.

    `verify_on` goes with Outcome.ENDED and with no other, and lies after today: an end that nobody checks is a hope.
    Raises WrongOutcome, StillElsewhere, IllegalTransition or NotAllowed.
    """
    transmission = locked(transmission_id, by, Ability.CLOSE)
    minor = rules.is_minor(transmission.report.facts)
    if outcome not in rules.outcomes(minor=minor) or not _verification_fits(outcome, verify_on, at):
        raise WrongOutcome
    must_not_be_elsewhere(transmission)
    move(transmission, Move.CLOSE)
    transmission.outcome, transmission.verify_on, transmission.closed_at = outcome, verify_on, at
    transmission.handed_back_at = transmission.take_up_by = None
    transmission.save(update_fields=["state", "outcome", "verify_on", "closed_at", "handed_back_at", "take_up_by"])
    tell_author(transmission)
    _record(transmission, Action.CLOSED, by, at, reason=outcome)
    return transmission


def _verification_fits(outcome: Outcome, verify_on: date | None, at: datetime) -> bool:
    if outcome is not Outcome.ENDED:
        return verify_on is None
    return verify_on is not None and verify_on >= rules.earliest_verification(timezone.localdate(at))


@transaction.atomic
def verify(*, transmission_id: UUID, by: Membership, at: datetime) -> Transmission:
    """Says that an ended exploitation was looked at again and is indeed over. Raises TooEarly before the set day."""
    transmission = locked(transmission_id, by, Ability.VERIFY)
    assert transmission.verify_on is not None  # the right to verify exists with a date alone
    if timezone.localdate(at) < transmission.verify_on:
        raise TooEarly
    transmission.verified_at = at
    transmission.save(update_fields=["verified_at"])
    _record(transmission, Action.CLOSED, by, at, reason="verified")
    return transmission
