"""Ends that come near are recalled, well before: of what was granted, of a right to stay, of an approval."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.base.tasks import defer
from maillon.exits import rules
from maillon.exits.enums import PathState, RequestState
from maillon.exits.models import Approval, Path, Permit
from maillon.exits.rules import Alert
from maillon.exits.services.locking import locked_path, record_on_path, tell_association
from maillon.journal.enums import Action

_BATCH = 200
# Time runs from the first day that was granted, whether or not somebody has noted that she was told.
_GRANTED = (PathState.GRANTED, PathState.RUNNING)
PATHS, PERMITS, APPROVALS = "paths", "permits", "approvals"


def watch(*, at: datetime) -> dict[str, int]:
    """Says how many ends were recalled: of paths, rights to stay and approvals. Each level once; safe to run twice."""
    today = timezone.localdate(at)
    running = Path.objects.filter(state__in=_GRANTED, until_on__isnull=False).order_by("until_on")
    permits = Permit.objects.filter(remind_on__lte=today, reminded_at=None).order_by("remind_on")
    approvals = Approval.objects.filter(state__in=rules.APPROVED, alerted__lt=Alert.OVER).order_by("until_on")
    return {
        PATHS: sum(_recall_path(key, today, at) for key in running.values_list("pk", flat=True).iterator(_BATCH)),
        PERMITS: sum(_recall_permit(key, today, at) for key in permits.values_list("pk", flat=True).iterator(_BATCH)),
        APPROVALS: sum(_recall_approval(key, today) for key in approvals.values_list("pk", flat=True).iterator(_BATCH)),
    }


@transaction.atomic
def _recall_path(key: UUID, today: date, at: datetime) -> bool:
    path = locked_path(key, skip_locked=True)
    if path is None or path.state not in _GRANTED or path.until_on is None:
        return False
    level = rules.path_alert(path.until_on, today)
    waits = path.requests.filter(state__in=[RequestState.SUBMITTED, RequestState.OPINION]).exists()
    # Where the renewal is with the préfecture, nobody is pressed: only the last day itself is told.
    if level <= path.alerted or (waits and level < Alert.OVER):
        return False
    path.alerted = level
    path.save(update_fields=["alerted"])
    tell_association(path, None)
    record_on_path(path, None, at, Action.REMINDED, reason=level.name.lower())
    return True


@transaction.atomic
def _recall_permit(key: UUID, today: date, at: datetime) -> bool:
    path_id = Permit.objects.filter(pk=key).values_list("path_id", flat=True).first()
    path = None if path_id is None else locked_path(path_id, skip_locked=True)
    if path is None:
        return False
    due = Permit.objects.filter(pk=key, remind_on__lte=today, reminded_at=None)
    if path.state == PathState.ENDED or not due.update(reminded_at=at):
        return False
    tell_association(path, None)
    record_on_path(path, None, at, Action.REMINDED, reason="day")
    return True


@transaction.atomic
def _recall_approval(key: UUID, today: date) -> bool:
    query = Approval.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    approval = query.filter(pk=key, state__in=rules.APPROVED).first()
    if approval is None or approval.until_on is None:
        return False
    level = rules.approval_alert(approval.until_on, today)
    if level <= approval.alerted:
        return False
    approval.alerted = level
    approval.save(update_fields=["alerted"])
    if _has_newer(approval):
        return False
    defer("reports.notify_leads", organisation_id=str(approval.association_id))
    return True


def _has_newer(approval: Approval) -> bool:
    """Whether another one was asked for since: then nothing is to be recalled."""
    assert approval.from_on is not None
    newer = Approval.objects.filter(association=approval.association_id, asked_on__gt=approval.from_on)
    return newer.exclude(pk=approval.pk).filter(state__in=rules.WAITING_APPROVALS | rules.APPROVED).exists()
