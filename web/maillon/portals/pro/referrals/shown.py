"""A step as a line or a card: where it stands, until when, and what happened so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.directory.enums import Need
from maillon.guidance import rulebook
from maillon.guidance.enums import Ground
from maillon.referrals.deadlines import dues_of
from maillon.referrals.enums import Outcome, PartKind, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Referral, Step

TONES: Mapping[str, str] = {
    StepState.ASKED: "attention",
    StepState.PROPOSED: "info",
    StepState.SEEN: "info",
    StepState.ACCEPTED: "progress",
    StepState.MET: "progress",
    StepState.DONE: "done",
    StepState.REFUSED: "attention",
    StepState.SILENT: "attention",
    ReferralState.OPEN: "info",
    ReferralState.EXHAUSTED: "attention",
}


@dataclass(frozen=True)
class Due:
    """What is waited for, and until when."""

    what: str | Promise
    at: datetime


@dataclass(frozen=True)
class StepLine:
    """One step. `why` says in words how it ended, if it has."""

    step: Step
    label: str | Promise
    tone: str
    due: Due | None
    why: str | Promise

    @property
    def parts(self) -> list[str | Promise]:
        """What the service may read."""
        return [PartKind(part).label for part in self.step.parts]

    @property
    def ground(self) -> str:
        """On which ground, in words."""
        return translated(rulebook.load().grounds[Ground(self.step.ground)].name)

    @property
    def history(self) -> list[dict[str, Any]]:
        """Entries for the `timeline` component, the latest first."""
        in_order = sorted(_events(self.step), key=lambda event: event["at"])
        return in_order[::-1]


def step_line(step: Step) -> StepLine:
    """A step as it stands. Needs its referral loaded."""
    state = StepState(step.state)
    return StepLine(step, state.label, TONES.get(state, "neutral"), due_of(step), _why(step))


def due_of(step: Step) -> Due | None:
    """Until when an answer, or a meeting, is waited for; None when nothing is."""
    due = dues_of(step)
    if due is None:
        return None
    return Due(_("Rencontre attendue") if step.state == StepState.ACCEPTED else _("Réponse attendue"), due.over_at)


def needs_words(referral: Referral) -> list[str | Promise]:
    """What is asked for, in words."""
    return [Need(need).label for need in referral.needs]


def state_tag(referral: Referral) -> tuple[str | Promise, str]:
    """A referral's state in words, and its tone."""
    state = ReferralState(referral.state)
    if state is ReferralState.OPEN:
        accepted = any(step.state == StepState.ACCEPTED for step in referral.steps.all())
        return (_("acceptée"), "progress") if accepted else (state.label, TONES[state])
    return state.label, TONES.get(state, "done")


def _why(step: Step) -> str | Promise:
    if step.refusal_reason:
        return RefusalReason(step.refusal_reason).label
    if step.outcome:
        return Outcome(step.outcome).label
    return Withdrawn(step.withdrawn).label if step.withdrawn else ""


def _events(step: Step) -> Iterator[dict[str, Any]]:
    known = (
        (step.planned_at, _("Prévue"), "list"),
        (step.proposed_at, _("Proposée au service"), "send"),
        (step.seen_at, _("Ouverte par le service"), "eye"),
        (step.reminded_at, _("Service relancé"), "bell"),
        (step.escalated_at, _("Responsable du service prévenu"), "alert"),
        (step.accepted_at, _("Acceptée"), "check"),
        (step.met_at, _("Rencontre faite"), "people"),
    )
    for at, title, icon in known:
        if at is not None:
            yield {"at": at, "title": title, "icon": icon}
    if step.person_said_at is not None:
        said = _("La personne dit que le contact a eu lieu") if step.person_met else _("La personne attend encore")
        yield {"at": step.person_said_at, "title": said, "icon": "person"}
    if step.ended_at is not None:
        yield {
            "at": step.ended_at,
            "title": StepState(step.state).label.capitalize(),
            "icon": "check-circle",
            "text": str(_why(step)),
        }
