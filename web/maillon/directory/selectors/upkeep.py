"""What there is to know of one service, and what waits for somebody to look at it."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from maillon.directory.models import Capacity, Confirmation, Organisation, Provider, Service, ZoneProposal
from maillon.directory.rules.freshness import SHOWN_STALE, SILENT_WITHIN, SOON
from maillon.directory.selectors.searching import narrowed
from maillon.territories.models import Commune, Departement


def service(key: UUID) -> Service | None:
    """The service with its provider, that one's organisation, and its places with their communes; None if unknown."""
    found = Service.objects.select_related("provider__organisation").prefetch_related("places__commune")
    return found.filter(pk=key).first()


def capacity_of(found: Service, at: dt.datetime) -> Capacity | None:
    """The last number of free places that may still be believed at that moment."""
    return found.capacities.filter(expires_at__gt=at).order_by("-said_at").first()


def silent_calls(found: Service, on: dt.date) -> list[tuple[dt.date, UUID]]:
    """The day and caller of each call that nobody answered in the last thirty days, since one was answered."""
    recent = found.calls.filter(at__date__gte=on - SILENT_WITHIN).order_by("-at")
    silent = []
    for call in recent:
        if call.answered:
            break
        silent.append((localdate(call.at), call.by))
    return silent


def confirmed_here() -> Exists:
    """An annotation or filter for services: whether a person, not an import, has stood for the entry since."""
    return Exists(Confirmation.objects.filter(service=OuterRef("pk"), by__isnull=False))


def open_proposals(organisation_id: UUID | None = None) -> QuerySet[ZoneProposal]:
    """Corrections of zones that wait for a decision, oldest first; those of one organisation's services if told."""
    found = ZoneProposal.objects.filter(decided="").select_related("service__provider__organisation")
    if organisation_id is not None:
        found = found.filter(service__provider__organisation_id=organisation_id)
    return found.order_by("opened_at", "id")


def provider_choices(organisation_id: UUID | None = None) -> QuerySet[Provider]:
    """Providers that still exist, by name; an organisation's own if told."""
    found = Provider.objects.filter(ended_on=None)
    if organisation_id is not None:
        found = found.filter(organisation_id=organisation_id)
    return found.order_by("name", "id")


def organisations_to_remind(on: dt.date) -> QuerySet[Organisation]:
    """Active organisations of which a service is due, stale, or has waited for a proposal's decision; by key.

    One that has been hidden for as long as it was stale is let go: whoever has not answered by then will not.
    """
    due = Service.objects.filter(
        provider__organisation=OuterRef("pk"),
        provider__ended_on=None,
        ended_on=None,
        due_on__lt=on + SOON,
        due_on__gte=on - 2 * SHOWN_STALE,
    )
    doubted = ZoneProposal.objects.filter(service__provider__organisation=OuterRef("pk"), decided="")
    return Organisation.objects.filter(Q(Exists(due)) | Q(Exists(doubted)), is_active=True).order_by("pk")


def communes_and_departements(codes: Collection[str]) -> tuple[dict[str, list[str]], list[str]]:
    """For each of these départements its communes' codes, and the codes of all départements of the country."""
    communes: dict[str, list[str]] = {code: [] for code in codes}
    for code, departement in Commune.objects.filter(departement__in=codes).values_list("code", "departement_id"):
        communes[departement].append(code)
    return communes, list(Departement.objects.values_list("code", flat=True))


def ended_services(text: str = "", need: str = "", commune: Commune | None = None) -> QuerySet[Service]:
    """Services that have ended, the latest first, narrowed as `search` does."""
    ended = Service.objects.filter(ended_on__isnull=False).select_related("provider")
    return narrowed(ended, text, need, commune).order_by("-ended_on", "search_key", "id")


def to_confirm(found: QuerySet[Service], on: dt.date, organisation_id: UUID | None = None) -> QuerySet[Service]:
    """Those that are due, stale or hidden, the longest waiting first; of one organisation if told."""
    due = found.filter(due_on__lt=on + SOON)
    if organisation_id is not None:
        due = due.filter(provider__organisation_id=organisation_id)
    return due.order_by("due_on", "search_key", "id")
