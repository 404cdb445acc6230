"""Silence escalates: the recipient is reminded, then its lead, then the préfecture counts one more (no content)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.enums import State
from maillon.reports.models import Transmission
from maillon.reports.rules import UNANSWERED, Silence, silence

_BATCH = 200


def watch_silence(*, at: datetime) -> dict[Silence, int]:
    """Raises every unanswered transmission to the level its silence has reached; says how many reached which.

    Unanswered is what nobody acknowledged, and what came back from a transfer and nobody took up again. Tells people
    and changes no state (a human decides). Safe to run at any time, twice, or from two workers: each level is reached
    once.
    """
    reached: dict[Silence, int] = {level: 0 for level in Silence if level is not Silence.NONE}
    due = Q(reminded_at=None) | Q(escalated_at=None) | Q(counted_at=None)
    waiting = Transmission.objects.filter(due & _overdue(at))
    for key in waiting.order_by("acknowledge_by").values_list("pk", flat=True).iterator(_BATCH):
        for level in _raise_one(key, at):
            reached[level] += 1
    return reached


def _overdue(at: datetime) -> Q:
    # What stands « à trier » has a clock of its own: see `triage`.
    return Q(state__in=UNANSWERED, acknowledge_by__lte=at, held_at=None) | Q(
        state=State.TRANSFERRED, take_up_by__lte=at
    )


@transaction.atomic
def _raise_one(key: UUID, at: datetime) -> list[Silence]:
    query = Transmission.objects.select_for_update(of=("self",), skip_locked=True)
    transmission = query.filter(_overdue(at), pk=key).first()
    if transmission is None:
        return []
    since, until = transmission.released_at or transmission.sent_at, transmission.acknowledge_by
    if transmission.handed_back_at is not None and transmission.take_up_by is not None:
        since, until = transmission.handed_back_at, transmission.take_up_by
    level = silence(sent_at=since, acknowledge_by=until, now=at)
    fields = {Silence.REMIND: "reminded_at", Silence.LEAD: "escalated_at", Silence.COUNT: "counted_at"}
    reached = [step for step, field in fields.items() if step <= level and getattr(transmission, field) is None]
    for step in reached:
        setattr(transmission, fields[step], at)
    if reached:
        transmission.save(update_fields=[fields[step] for step in reached])
        _tell(transmission, reached[-1], at)
    return reached


def _tell(transmission: Transmission, level: Silence, at: datetime) -> None:
    task = "reports.notify_organisation" if level is Silence.REMIND else "reports.notify_leads"
    defer(task, organisation_id=str(transmission.recipient_id))
    record(
        by=None,
        at=at,
        action=Action.REMINDED if level is Silence.REMIND else Action.ESCALATED,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id,
        reason=level.name.lower(),
    )
