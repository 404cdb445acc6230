"""Reads reports: what an organisation has received, what somebody has sent. Clear fields only; opening is a service."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from maillon.accounts.models import Membership
from maillon.base.ids import read_number
from maillon.guidance.enums import AgeClass
from maillon.reports.enums import Direction, State
from maillon.reports.models import Draft, Message, Report, Transmission
from maillon.reports.rules import OPEN_STATES


@dataclass(frozen=True)
class InboxFilter:
    """What to show of an inbox; empty fields filter nothing. `text` is a report number or the start of a commune."""

    state: State | None = None
    mine: bool = False
    late: bool = False
    minors: bool = False
    open_only: bool = False
    text: str = ""


def received(membership: Membership) -> QuerySet[Transmission]:
    """Everything addressed to the membership's organisation; empty for who may not read."""
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Transmission.objects.none()
    return Transmission.objects.filter(recipient_id=membership.organisation_id)


def inbox(membership: Membership, wanted: InboxFilter, *, at: datetime) -> QuerySet[Transmission]:
    """The organisation's transmissions that fit the filter, the most pressing first; one query for a page."""
    found = received(membership).filter(_fits(membership, wanted, at))
    unread = Message.objects.filter(transmission=OuterRef("pk"), direction=Direction.TO_RECIPIENT, read_at=None)
    found = found.annotate(has_unread=Exists(unread))
    related = found.select_related(
        "report__commune", "report__organisation", "assigned_to__member", "sender__organisation"
    )
    return related.order_by(F("acknowledged_at").asc(nulls_first=True), "-sent_at", "pk")


def _fits(membership: Membership, wanted: InboxFilter, at: datetime) -> Q:
    fits = Q()
    if wanted.state is not None:
        fits &= Q(state=wanted.state)
    if wanted.open_only:
        fits &= Q(state__in=OPEN_STATES)
    if wanted.mine:
        fits &= Q(assigned_to=membership)
    if wanted.late:
        fits &= _late(at)
    if wanted.minors:
        fits &= ~Q(report__facts__age=AgeClass.ADULT)
    return fits & _matches(wanted.text.strip())


def _late(at: datetime) -> Q:
    unanswered = Q(acknowledged_at=None, acknowledge_by__lt=at, state__in=[State.SENT, State.OPENED])
    return unanswered | Q(answer_by__lt=at.date(), state__in=OPEN_STATES)


def _matches(text: str) -> Q:
    if not text:
        return Q()
    number = read_number(text)
    return Q(report__number=number) if number else Q(report__commune__name__istartswith=text)


def counts(membership: Membership, *, at: datetime) -> dict[str, int]:
    """How many transmissions of the organisation stand where, for the head of the inbox; one query."""
    return received(membership).aggregate(
        new=Count("pk", filter=Q(state=State.SENT)),
        to_acknowledge=Count("pk", filter=Q(state=State.OPENED)),
        in_hand=Count("pk", filter=Q(state__in=[State.ACKNOWLEDGED, State.IN_HAND])),
        transferred=Count("pk", filter=Q(state=State.TRANSFERRED)),
        mine=Count("pk", filter=Q(assigned_to=membership, state__in=OPEN_STATES)),
        late=Count("pk", filter=_late(at)),
        closed=Count("pk", filter=Q(state__in=[State.CLOSED, State.RETURNED])),
        to_verify=Count("pk", filter=Q(verify_on__lte=at.date(), verified_at=None)),
    )


def transmission(transmission_id: UUID) -> Transmission | None:
    """One transmission with what its page shows in clear, or None. Rights are asked of `rights`."""
    query = Transmission.objects.select_related(
        "report__commune",
        "report__organisation",
        "report__author",
        "recipient",
        "parent__recipient",
        "assigned_to__member",
    )
    return query.filter(pk=transmission_id).first()


def sent_by(membership: Membership) -> QuerySet[Report]:
    """The reports this membership sent, newest first, with their transmissions and recipients prefetched."""
    unread = Message.objects.filter(transmission__report=OuterRef("pk"), direction=Direction.TO_REPORTER, read_at=None)
    reports = Report.objects.filter(author=membership).select_related("commune").annotate(has_unread=Exists(unread))
    return reports.prefetch_related("transmissions__recipient", "steps").order_by("-submitted_at")


def report(report_id: UUID) -> Report | None:
    """One report with its commune, author, transmissions and steps, or None."""
    query = Report.objects.select_related("commune", "author", "organisation", "account", "identity", "traces")
    return query.prefetch_related("transmissions__recipient", "steps").filter(pk=report_id).first()


def drafts_of(membership: Membership) -> QuerySet[Draft]:
    """The membership's drafts, the latest first."""
    return Draft.objects.filter(author=membership).select_related("item").order_by("-updated_at")


def unanswered_counts(departement_code: str) -> dict[str, int]:
    """For the préfecture: how many transmissions each organisation of the département left unanswered past the last
    delay. Counts alone: no report, no place, no date."""
    waiting = Transmission.objects.filter(
        counted_at__isnull=False, acknowledged_at=None, recipient__departement_id=departement_code
    )
    rows = waiting.values("recipient__name").annotate(total=Count("pk")).order_by("recipient__name")
    return {row["recipient__name"]: row["total"] for row in rows}
