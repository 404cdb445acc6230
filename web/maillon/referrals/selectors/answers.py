"""How services answered lately, as numbers for the matching of the directory. About services, never persons."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from maillon.directory.rules.wanted import Answers
from maillon.referrals.enums import StepState
from maillon.referrals.models import Step
from maillon.referrals.rules import TAKEN

_SINCE = timedelta(days=180)


def answers_by_service(service_ids: Iterable[UUID] | None = None, *, at: datetime) -> dict[UUID, Answers]:
    """The answers of the last 180 days, by service; of all services without `service_ids`. One query.

    Who was asked nothing is not in it. A silence counts as asked and not taken; what still waits, or was taken back
    before an answer, does not count.
    """
    asked = Step.objects.filter(proposed_at__gt=at - _SINCE, proposed_at__lte=at)
    if service_ids is not None:
        asked = asked.filter(service_id__in=list(service_ids))
    rows: dict[UUID, list[tuple[bool, float | None]]] = {}
    columns = ("service_id", "state", "proposed_at", "answered_at", "accepted_at")
    for service_id, state, proposed_at, answered_at, accepted_at in asked.values_list(*columns):
        if answered_at is None and state != StepState.SILENT:
            continue
        days = (answered_at - proposed_at) / timedelta(days=1) if answered_at else None
        rows.setdefault(service_id, []).append((accepted_at is not None and state in TAKEN, days))
    return {key: _answers(found) for key, found in rows.items()}


def _answers(found: list[tuple[bool, float | None]]) -> Answers:
    days = [value for _taken, value in found if value is not None]
    return Answers(len(found), sum(taken for taken, _days in found), median(days) if days else None)
