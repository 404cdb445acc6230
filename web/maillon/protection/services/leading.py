"""Who assesses, until when, and how it ends."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.protection import rules
from maillon.protection.enums import AssessmentState, Move, Outcome, Sealed, ShorterReason
from maillon.protection.models import Assessment
from maillon.protection.refusals import NotAnAssessor, NotYet, TooLate, WrongDay
from maillon.protection.rights import Ability, may_assess
from maillon.protection.rules import Ending
from maillon.protection.services.act import act_on


@transaction.atomic
def assign(*, assessment_id: UUID, to: Membership, by: Membership, at: datetime) -> Assessment:
    """Gives it to a reader of the organisation, who is told. Raises NotAllowed, NotAnAssessor or IllegalTransition."""
    act = act_on(assessment_id, by, at, Ability.ASSIGN)
    assessment = act.assessment
    if to.organisation_id != assessment.organisation_id or not may_assess(to):
        raise NotAnAssessor
    act.save(assessor=to, state=rules.ASSESSMENT.after(AssessmentState(assessment.state), Move.ASSIGN))
    act.line(Action.ASSIGNED, details={"to": str(to.pk)})
    if to.pk != by.pk:
        defer("reports.notify_member", member_id=str(to.member_id))
    return act.finish()


@transaction.atomic
def set_due(
    *, assessment_id: UUID, due_on: date, reason: ShorterReason | None, by: Membership, at: datetime
) -> Assessment:
    """Sets the day until which it is to be assessed: earlier than the law's last day for a reason, or that day itself.

    Alerts start anew. Raises NotAllowed or TooLate.
    """
    act = act_on(assessment_id, by, at, Ability.SET_DUE)
    assessment, today = act.assessment, timezone.localdate(at)
    if not rules.may_be_due(due_on, reason, received_on=assessment.received_on, today=today):
        raise TooLate
    before = assessment.due_on
    act.save(due_on=due_on, due_reason=reason or "", reminded_on=None, pressed_on=None, late_told_on=None)
    details = {"due_before": before.isoformat(), "due_on": due_on.isoformat()}
    act.line(Action.ASSESSMENT_WRITTEN, reason=reason or "", details=details)
    return act.finish()


@transaction.atomic
def end(*, assessment_id: UUID, ending: Ending, by: Membership, at: datetime) -> Assessment:
    """Ends it with an outcome, never before the parents are informed or the reason against it is said.

    Raises NotAllowed, NotYet with what is missing, or WrongDay for a prosecutor told on a day to come or before the
    information was received.
    """
    ability = Ability.SEIZE if ending.outcome is Outcome.PROSECUTOR else Ability.END
    act = act_on(assessment_id, by, at, ability)
    assessment = act.assessment
    lacking = rules.missing(ending, parents_said=assessment.parents.exists())
    if lacking is not None:
        raise NotYet(lacking)
    if ending.seized_on is not None and not assessment.received_on <= ending.seized_on <= timezone.localdate(at):
        raise WrongDay
    act.save(
        state=rules.ASSESSMENT.after(AssessmentState(assessment.state), ending.move),
        ended_at=at,
        outcome=ending.outcome,
        ground=ending.ground or "",
        seized_on=ending.seized_on,
        words=act.seal_if_any(ending.why, Sealed.OUTCOME),
    )
    act.line(Action.ASSESSMENT_ENDED, reason=ending.outcome, details={"ground": str(ending.ground or "")})
    return act.finish()
