"""Until when a step waits: what the job acts on and what both sides are shown."""

from maillon.referrals import rules
from maillon.referrals.enums import StepState
from maillon.referrals.models import Step
from maillon.referrals.rules import Dues


def dues_of(step: Step) -> Dues | None:
    """The clocks of a step that waits for an answer or for a meeting; None for any other. Needs its referral loaded.

    After a yes they count from the last that was heard: an appointment set, moved or missed is no silence.
    """
    if step.state in rules.UNANSWERED:
        assert step.proposed_at is not None  # written with the proposal
        return rules.dues(step.proposed_at, urgent=step.referral.urgent)
    if step.state == StepState.ACCEPTED:
        heard = step.heard_at or step.accepted_at
        assert heard is not None  # written with the acceptance
        return rules.accepted_dues(heard, step.appointment_at)
    return None
