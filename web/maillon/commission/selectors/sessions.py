"""Reads commissions, meetings and points."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.commission.enums import Kind, State
from maillon.commission.models import AgendaItem, Commission, Mandate, Proxy, Session
from maillon.commission.rules import may_attend
from maillon.commission.selectors.places import mandate_of
from maillon.exits.enums import RequestState
from maillon.exits.models import Request
from maillon.protection.enums import SheetState
from maillon.protection.models import PathSheet

_UNDER_WAY = (State.DRAFT, State.CONVOKED, State.OPEN)


def commission_of(organisation_id: UUID) -> Commission | None:
    """The commission whose secretariat this préfecture keeps."""
    return Commission.objects.select_related("prefecture").filter(prefecture_id=organisation_id).first()


def seated_mandates(membership: Membership, at: datetime) -> list[Mandate]:
    """Her mandates today, one for each commission at most."""
    today = timezone.localdate(at)
    ids = Mandate.objects.filter(membership=membership).values_list("seat__commission_id", flat=True).distinct()
    found = (mandate_of(membership, key, today) for key in ids)
    return [mandate for mandate in found if mandate is not None]


def sessions_of(commission: Commission) -> QuerySet[Session]:
    """Every meeting, the newest first, with its number of points."""
    found = Session.objects.filter(commission=commission).select_related("commission__prefecture")
    return found.annotate(points=Count("items")).order_by("-held_at")


def sessions_for_seat(mandate: Mandate) -> QuerySet[Session]:
    """The meetings that belong to a mandate's seat, from the day on which it began; what was not convoked is unseen."""
    kinds = [kind for kind in Kind if may_attend(mandate.seat.in_quality, kind)]
    found = sessions_of(mandate.seat.commission).filter(kind__in=kinds, convoked_at__isnull=False)
    found = found.filter(held_at__date__gte=mandate.starts_on)
    return found if mandate.ends_on is None else found.filter(held_at__date__lte=mandate.ends_on)


def convocations(mandates: Iterable[Mandate], at: datetime) -> list[Session]:
    """The meetings to come that these mandates are convoked to, today's included, the next one first."""
    today = timezone.localdate(at)
    found = [
        session
        for mandate in mandates
        for session in sessions_for_seat(mandate).filter(state=State.CONVOKED, held_at__date__gte=today)
    ]
    return sorted(found, key=lambda session: session.held_at)


def session(key: UUID) -> Session | None:
    """One meeting; what somebody may do with it is for `rights`."""
    return Session.objects.select_related("commission__prefecture", "second_of").filter(pk=key).first()


def point(key: UUID) -> AgendaItem | None:
    """One point, with its meeting and its request or sheet."""
    related = ("session__commission__prefecture", "request__path__association", "sheet__organisation", "opinion")
    return AgendaItem.objects.select_related(*related).filter(pk=key).first()


def agenda(session: Session) -> list[AgendaItem]:
    """The points of a meeting in order, with requests, sheets, opinions and who is kept from them."""
    found = session.items.select_related("request__path__association", "sheet__organisation", "opinion__words")
    return list(found.prefetch_related("recusals__seat", "opinion__dissents__seat").order_by("position"))


def proxies_of(session: Session) -> QuerySet[Proxy]:
    """Who speaks for whom."""
    return session.proxies.select_related("giver", "holder").order_by("giver__position")


def ready_requests(commission: Commission) -> QuerySet[Request]:
    """What waits for an opinion and stands on no agenda yet, who waited longest first."""
    found = Request.objects.filter(state=RequestState.SUBMITTED, path__prefecture=commission.prefecture_id)
    taken = AgendaItem.objects.filter(session__state__in=_UNDER_WAY, request__isnull=False)
    return (
        found.exclude(pk__in=taken.values("request_id"))
        .select_related("path__association")
        .order_by("submitted_at", "pk")
    )


def ready_sheets(commission: Commission) -> QuerySet[PathSheet]:
    """The coordination sheets that its secretariat keeps and that no meeting to come has, those never spoken of first.

    Minors' paths are coordinated as often as needed: a sheet that a meeting has had may go to another.
    """
    found = PathSheet.objects.filter(state=SheetState.SUBMITTED, prefecture=commission.prefecture_id)
    taken = AgendaItem.objects.filter(session__state__in=_UNDER_WAY, sheet__isnull=False)
    return (
        found.exclude(pk__in=taken.values("sheet_id"))
        .annotate(was_on_one=Exists(AgendaItem.objects.filter(sheet=OuterRef("pk"))))
        .select_related("organisation")
        .order_by("was_on_one", "submitted_at", "pk")
    )


def new_sheets(commission: Commission) -> QuerySet[PathSheet]:
    """Those of them that no agenda ever had."""
    known = AgendaItem.objects.filter(sheet__isnull=False)
    return ready_sheets(commission).exclude(pk__in=known.values("sheet_id"))


def meetings_about(sheet: PathSheet) -> QuerySet[Session]:
    """The meetings whose members were told that this sheet is on their agenda, the newest first."""
    return Session.objects.filter(items__sheet=sheet, convoked_at__isnull=False).order_by("-held_at")
