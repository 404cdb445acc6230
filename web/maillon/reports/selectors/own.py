"""What somebody has written and sent."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from maillon.accounts.models import Membership
from maillon.reports.enums import Direction
from maillon.reports.models import Draft, Message, Report


def sent_by(membership: Membership) -> QuerySet[Report]:
    """The reports this membership sent, newest first, with their transmissions and recipients prefetched."""
    unread = Message.objects.filter(transmission__report=OuterRef("pk"), direction=Direction.TO_REPORTER, read_at=None)
    reports = Report.objects.filter(author=membership).select_related("commune").annotate(has_unread=Exists(unread))
    return reports.prefetch_related("transmissions__recipient", "steps").order_by("-submitted_at")


def report(report_id: UUID) -> Report | None:
    """One report with its commune, author, transmissions and steps, or None."""
    query = Report.objects.select_related(
        "commune", "author", "organisation", "account", "identity", "traces", "contact"
    )
    return query.prefetch_related("transmissions__recipient", "steps").filter(pk=report_id).first()


def drafts_of(membership: Membership) -> QuerySet[Draft]:
    """The membership's drafts, the latest first."""
    return Draft.objects.filter(author=membership).select_related("item").order_by("-updated_at")
