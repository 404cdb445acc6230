"""An assessment in words for a screen: its clock, its facts, its history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from maillon.accounts.models import Member
from maillon.base.dates import date_format
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection.enums import (
    ActKind,
    AssessmentState,
    HoldGround,
    Outcome,
    ParentsHow,
    Reading,
    ShorterReason,
    WritingKind,
)
from maillon.protection.facts import fact
from maillon.protection.models import Assessment
from maillon.protection.selectors import history
from maillon.referrals.enums import ParentsReason

TONES: Mapping[str, str] = {
    AssessmentState.RECEIVED: "attention",
    AssessmentState.UNDER_WAY: "progress",
    AssessmentState.ENDED: "done",
}
_MOST = 100
_ICONS: Mapping[str, str] = {
    Action.ASSESSMENT_STARTED: "flag",
    Action.ASSESSMENT_WRITTEN: "edit",
    Action.ASSESSMENT_ENDED: "check-circle",
    Action.PARENTS_INFORMED: "people",
    Action.ASSIGNED: "person",
    Action.STEP_DONE: "list",
    Action.OPENED: "eye",
    Action.REMINDED: "bell",
    Action.ESCALATED: "alert",
    Action.HOLD_PLACED: "lock",
}
_LISTS = (ActKind, Outcome, ParentsHow, ParentsReason, Reading, ShorterReason, WritingKind, HoldGround)
_REASONS: Mapping[str, str | Promise] = {choice.value: choice.label for one in _LISTS for choice in one}


# What the machine says by itself, by the reason in its line.
_ALERTS: Mapping[str, str | Promise] = {
    "first": gettext_lazy("Rappel : l’échéance approche"),
    "last": gettext_lazy("Rappel : l’échéance est proche"),
    "late": gettext_lazy("Délai dépassé : les responsables sont alertés"),
    "erasure": gettext_lazy("Les responsables sont prévenus de l’effacement à venir"),
}


@dataclass(frozen=True)
class LawLine:
    """A fact of law as it is shown: its words, its article, and whether it is to be confirmed."""

    text: str
    article: str
    to_confirm: bool


@dataclass(frozen=True)
class Row:
    """One line of the list; `due` is the end of the day until which it is assessed, None once it has ended."""

    assessment: Assessment
    label: str | Promise
    tone: str
    due: datetime | None


def row(assessment: Assessment) -> Row:
    """An assessment as a line."""
    state = AssessmentState(assessment.state)
    due = end_of(assessment.due_on) if assessment.ended_at is None else None
    return Row(assessment, state.label, TONES[state], due)


def end_of(day: date) -> datetime:
    """The last moment of a day, on the clocks of France."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def law(code: str, on: date) -> LawLine:
    """A dated fact of law, translated."""
    one = fact(code)
    return LawLine(_(one.summary), one.article, not one.is_sure(on))


def facts_of(assessment: Assessment) -> list[tuple[str, str]]:
    """What is in clear, for the `definitions` component."""
    found: list[tuple[str, Any]] = [
        (_("Reçue le"), _day(assessment.received_on)),
        (_("Âge"), assessment.get_age_display()),
        (_("Commune"), assessment.commune.label if assessment.commune else ""),
        (_("Évaluée par"), assessment.assessor.member.name if assessment.assessor else ""),
        (_("Limite de la loi"), _day(assessment.latest_on)),
        (_("Délai raccourci pour"), assessment.get_due_reason_display() if assessment.due_reason else ""),
        (_("Copie reçue d’un signalement direct au procureur le"), _day(assessment.copied_on)),
        (_("Issue"), assessment.get_outcome_display() if assessment.outcome else ""),
        (_("Procureur saisi le"), _day(assessment.seized_on)),
        (_("Motif de saisine"), assessment.get_ground_display() if assessment.ground else ""),
        (_("Dernier contact"), _day(assessment.last_contact_on)),
        (_("Conservée jusqu’au"), _day(assessment.hold_until)),
        (_("Effacée le"), _day(timezone.localdate(assessment.erased_at) if assessment.erased_at else None)),
        (_("Contenus détruits"), str(assessment.erased_items) if assessment.erased_items is not None else ""),
    ]
    return [(label, value) for label, value in found if value]


def history_of(assessment: Assessment) -> list[dict[str, Any]]:
    """The latest entries for the `timeline` component, newest first. Two queries, whatever the number."""
    lines = list(history(assessment)[:_MOST])
    names = _names(line.member_id for line in lines)
    return [
        {
            "at": line.at,
            "title": str(_ALERTS.get(line.reason) or Action(line.action).label).capitalize(),
            "icon": _ICONS.get(line.action, "history"),
            "who": names.get(line.member_id, _("Maillon")) if line.member_id else _("Maillon"),
            "text": _text(line),
        }
        for line in lines
    ]


def _text(line: Line) -> str:
    if "due_before" in line.details:
        set_to = date.fromisoformat(line.details["due_on"])
        return _("À évaluer avant le %(day)s.") % {"day": _day(set_to)}
    return str(_REASONS.get(line.reason, ""))


def _names(keys: Iterable[UUID | None]) -> dict[UUID, str]:
    return dict(Member.objects.filter(pk__in={key for key in keys if key}).values_list("pk", "name"))


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
