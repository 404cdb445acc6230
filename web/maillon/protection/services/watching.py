"""Alerts before the day until which an information préoccupante is assessed, and after it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.protection import rules
from maillon.protection.models import Assessment
from maillon.protection.rights import may_assess
from maillon.protection.rules import Alert
from maillon.protection.services.act import Act, locked

_BATCH = 200


def watch_due(*, at: datetime) -> dict[Alert, int]:
    """Looks at every assessment that is not ended; says how many alerts of each kind were given.

    The first two go to whoever assesses, or to the organisation while nobody does; what is late also goes to its leads,
    again every thirty days. Safe to run at any time, twice, or from two workers.
    """
    given = dict.fromkeys(Alert, 0)
    open_ones = Assessment.objects.filter(ended_at=None).order_by("due_on").values_list("pk", flat=True)
    for key in open_ones.iterator(_BATCH):
        given[_look(key, at)] += 1
    return given


@transaction.atomic
def _look(key: UUID, at: datetime) -> Alert:
    assessment = locked(key, skip_locked=True)
    if assessment is None or assessment.ended_at is not None:
        return Alert.NONE
    today = timezone.localdate(at)
    level = rules.alert(rules.alerts(assessment.received_on, assessment.due_on), today)
    act = Act(assessment, None, at)
    fields = _due(assessment, level, today)
    if not fields:
        return Alert.NONE
    act.save(**fields)
    act.line(Action.ESCALATED if level is Alert.LATE else Action.REMINDED, reason=level.name.lower())
    _tell(assessment, level)
    act.finish()
    return level


def _due(assessment: Assessment, level: Alert, today: date) -> dict[str, date]:
    """The field that the alert sets; empty where it was given already."""
    if level is Alert.LATE:
        told = assessment.late_told_on
        return {"late_told_on": today} if told is None or rules.late_again(told, today) else {}
    if level is Alert.LAST:
        return {"pressed_on": today} if assessment.pressed_on is None else {}
    return {"reminded_on": today} if level is Alert.FIRST and assessment.reminded_on is None else {}


def _tell(assessment: Assessment, level: Alert) -> None:
    assessor = assessment.assessor
    if assessor is not None and may_assess(assessor):
        defer("reports.notify_member", member_id=str(assessor.member_id))
    else:
        defer("reports.notify_organisation", organisation_id=str(assessment.organisation_id))
    if level is Alert.LATE:
        defer("reports.notify_leads", organisation_id=str(assessment.organisation_id))
