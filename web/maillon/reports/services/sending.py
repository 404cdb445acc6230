"""The transmissions that a report sets out on, with their clocks."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base import rows
from maillon.base.ids import new_id
from maillon.guidance import rulebook
from maillon.guidance.enums import Addressee
from maillon.reports import rules
from maillon.reports.content import ReportContent
from maillon.reports.models import Report, Transmission
from maillon.reports.proposals import ProposedRecipient


def transmissions(
    report: Report,
    content: ReportContent,
    recipients: Iterable[ProposedRecipient],
    *,
    by: Membership | None,
    held: bool,
    at: datetime,
) -> list[Transmission]:
    """One unsaved transmission to each recipient; `held` ones stand « à trier » there."""
    today = timezone.localdate(at)
    due = rules.acknowledge_by(at, danger=bool(content.danger), minor=content.minor)
    return [
        rows.new(
            Transmission,
            id=new_id(),
            report_id=report.id,
            recipient_id=item.organisation.id,
            sender_id=by.id if by else None,
            ground=item.step.ground,
            step_code=item.step.code,
            sent_at=at,
            acknowledge_by=due,
            answer_by=answer_by(item.step.addressee, today),
            held_at=at if held else None,
        )
        for item in recipients
    ]


def answer_by(addressee: Addressee, sent_on: date) -> date | None:
    """Until when the law wants an answer from this addressee, or None where it names no delay (D226-2-4: CRIP)."""
    clock = rulebook.load().clock(addressee)
    return None if clock is None else clock.due(sent_on)
