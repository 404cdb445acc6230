"""From the acceptance to the end: appointment, meeting, outcome."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.referrals import rules
from maillon.referrals.enums import Move, Outcome, ReferralState, Sealed, Withdrawn
from maillon.referrals.models import Step
from maillon.referrals.refusals import WrongMoment, WrongReason
from maillon.referrals.rights import Ability
from maillon.referrals.services.act import Act
from maillon.referrals.services.locking import act_on_step
from maillon.referrals.services.words import seal_words

_SHORTEST, _LONGEST = 10, 240


@transaction.atomic
def appoint(*, step_id: UUID, starts_at: datetime, minutes: int, joint: bool, by: Membership, at: datetime) -> Step:
    """Sets an appointment, or moves it; `joint` when who refers comes along. Both sides are told that something waits.

    Its calendar file is `referrals.calendars.calendar_file(step)`. Raises NotAllowed or WrongMoment.
    """
    act, step = act_on_step(step_id, by, at, Ability.APPOINT)
    set_appointment(act, step, starts_at, minutes, joint=joint)
    act.tell_author()
    act.tell_service(step)
    act.finish()
    return step


def set_appointment(act: Act, step: Step, starts_at: datetime, minutes: int, *, joint: bool) -> None:
    """An appointment, whoever sets it. Raises WrongMoment."""
    if starts_at <= act.at or not _SHORTEST <= minutes <= _LONGEST:
        raise WrongMoment
    _note_appointment(act, step, starts_at, minutes, joint=joint)
    act.line(step, Action.APPOINTED, details={"joint": joint})


@transaction.atomic
def missed(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """She did not come: no end and no fault. The appointment is taken away, for another one. Raises NotAllowed."""
    act, step = act_on_step(step_id, by, at, Ability.MISS)
    _note_appointment(act, step, None, None, joint=False)
    act.line(step, Action.APPOINTMENT_MISSED)
    act.tell_author()
    act.finish()
    return step


def _note_appointment(act: Act, step: Step, starts_at: datetime | None, minutes: int | None, *, joint: bool) -> None:
    step.appointment_at, step.appointment_minutes, step.appointment_joint = starts_at, minutes, joint
    # The clock counts from the last that was heard: an appointment kept or missed is no silence.
    step.heard_at, step.reminded_at, step.escalated_at = act.at, None, None
    step.save()


@transaction.atomic
def met(*, step_id: UUID, by: Membership, at: datetime) -> Step:
    """The service has met her. Raises NotAllowed."""
    act, step = act_on_step(step_id, by, at, Ability.MEET)
    meet(act, step)
    return step


def meet(act: Act, step: Step) -> None:
    """A meeting, whoever says so, to the end of the act."""
    act.move(step, Move.MEET, Action.STEP_MET, met_at=act.at)
    act.tell_author()
    act.finish()


@transaction.atomic
def finish(*, step_id: UUID, outcome: Outcome, words: str = "", by: Membership, at: datetime) -> Step:
    """Ends it with an outcome, which goes back to who refers (with `words`, sealed) and to the person (in plain words).

    With Outcome.NOT_SUITED the next service that was agreed to is asked; with any other the referral is done.
    Raises NotAllowed or WrongReason.
    """
    act, step = act_on_step(step_id, by, at, Ability.FINISH)
    conclude(act, step, outcome, words)
    return step


def conclude(act: Act, step: Step, outcome: Outcome, words: str) -> None:
    """An outcome, whoever gives it, to the end of the act. Raises WrongReason."""
    if outcome not in rules.outcomes(minor=act.referral.minor):
        raise WrongReason
    sealed = seal_words(step, Sealed.OUTCOME, words, act.at)
    act.move(step, Move.FINISH, Action.STEP_FINISHED, reason=outcome, outcome=outcome, words=sealed)
    act.end_links(step)
    act.tell_author()
    if outcome is Outcome.NOT_SUITED:
        # It has no more to do with her than one that refused, and the next one is asked.
        act.let_go(step)
        step.save(update_fields=["shut_at"])
        act.finish()
    else:
        act.end_all(Withdrawn.PERSON if outcome is Outcome.DECLINED else Withdrawn.NOT_NEEDED)
        act.finish(ended_as=ReferralState.DONE)
