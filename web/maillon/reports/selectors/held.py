"""What stands « à trier »: out of the ordinary inbox and its clocks."""

from django.db.models import BooleanField, Case, QuerySet, Value, When

from maillon.accounts.models import Membership
from maillon.reports.enums import Asked, Outcome
from maillon.reports.models import Request, Transmission
from maillon.reports.selectors.inbox import received


def held(membership: Membership) -> QuerySet[Transmission]:
    """What the organisation has to sort: danger first, whatever else came before it; then the oldest first."""
    danger = Case(When(report__facts__danger=True, then=Value(False)), default=Value(True), output_field=BooleanField())
    waiting = (
        received(membership)
        .filter(held_at__isnull=False)
        .select_related("report__commune")
        .prefetch_related("requests")
    )
    return waiting.order_by(danger, "held_at", "pk")


def set_aside(membership: Membership, *, limit: int = 50) -> QuerySet[Transmission]:
    """The latest that were closed as abuse and can still be restored: their content is kept."""
    closed = received(membership).filter(outcome=Outcome.ABUSE, erased_at=None, report__erased_at=None)
    return closed.select_related("report__commune").prefetch_related("requests").order_by("-closed_at")[:limit]


def open_requests(membership: Membership) -> QuerySet[Request]:
    """The erasures that the organisation has yet to decide, the most pressing first."""
    asked = Request.objects.filter(transmission__in=received(membership), asked=Asked.ERASURE, decision="")
    return asked.select_related("transmission__report").order_by("answer_by", "asked_at")


def requests_about(transmission: Transmission) -> QuerySet[Request]:
    """What the person asked of this recipient, the latest first, with who decided."""
    return transmission.requests.select_related("decided_by__member").order_by("-asked_at")
