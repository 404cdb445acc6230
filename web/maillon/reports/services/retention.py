"""Everything has an end: what is past its time is destroyed with its keys, and the journal keeps the proof."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base.locking import locked_row
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports import rules
from maillon.reports.models import Arrival, Draft, Report, Transmission
from maillon.reports.services.destroying import destroy_content
from maillon.reports.services.drafts import destroy

_BATCH = 200


@dataclass(frozen=True)
class Erasure:
    """How many drafts, and how many reports' contents, were destroyed."""

    drafts: int
    reports: int


def erase_expired(*, at: datetime) -> Erasure:
    """Destroys forgotten drafts, and the sealed content of reports that ended everywhere long enough ago.

    Forgets with them the arrivals from devices that are as old: no device asks about those any more.

    Each in a transaction of its own, so that a run that is cut short has erased whole things only. What stays of a
    report: its coded facts, dates and states, from which figures are counted.
    """
    Arrival.objects.filter(arrived_at__lte=at - rules.CONTENT_LIFE).delete()
    drafts = Draft.objects.filter(updated_at__lte=at - rules.DRAFT_LIFE).values_list("pk", flat=True)
    reports = (
        Report.objects.filter(erased_at=None, submitted_at__lte=at - rules.CONTENT_LIFE)
        .exclude(transmissions__state__in=rules.OPEN_STATES)
        .values_list("pk", flat=True)
    )
    return Erasure(
        drafts=sum(_erase_draft(key, at) for key in drafts.iterator(_BATCH)),
        reports=sum(_erase_report(key, at) for key in reports.iterator(_BATCH)),
    )


@transaction.atomic
def _erase_draft(key: UUID, at: datetime) -> bool:
    draft = locked_row(Draft.objects.select_related("item").filter(pk=key), no_key=False)
    if draft is None or not rules.draft_is_over(updated_at=draft.updated_at, now=at):
        return False
    destroy(draft)
    record(by=None, at=at, action=Action.ERASED, subject_kind="draft", subject_id=key)
    return True


@transaction.atomic
def _erase_report(key: UUID, at: datetime) -> bool:
    report = Report.objects.select_for_update(of=("self",)).filter(pk=key, erased_at=None).first()
    if report is None or not _is_over(report, at):
        return False
    items = destroy_content(report, at)
    record(
        by=None,
        at=at,
        action=Action.ERASED,
        subject_kind="report",
        subject_id=report.id,
        details={"items": items},
    )
    return True


def _is_over(report: Report, at: datetime) -> bool:
    transmissions = list(report.transmissions.select_for_update(of=("self",)))
    if any(item.state in rules.OPEN_STATES for item in transmissions):
        return False
    contacts = [moment for item in transmissions for moment in _contacts(item)]
    return rules.content_is_over(contacts=[report.submitted_at, *contacts], now=at)


def _contacts(transmission: Transmission) -> Iterator[datetime]:
    dated = (transmission.sent_at, transmission.opened_at, transmission.closed_at, transmission.verified_at)
    yield from (moment for moment in dated if moment is not None)
    yield from transmission.messages.values_list("sent_at", flat=True)
    yield from transmission.notes.values_list("written_at", flat=True)
