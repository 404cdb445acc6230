"""The list of services."""

import datetime as dt

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, signed_in
from maillon.accounts.rights import asker
from maillon.base import clock
from maillon.directory import selectors
from maillon.directory.models import Service
from maillon.directory.rights import Asker, may_add
from maillon.portals.components.map.services import service_spots
from maillon.portals.pro.services.forms.filters import FilterForm
from maillon.portals.pro.services.shown import rows
from maillon.territories.models import Commune

PER_PAGE = 25
MOST_ON_MAP = 200


@signed_in
@require_GET
def services(request: MemberRequest) -> HttpResponse:
    """The services that answer the filters of the address; stale entries stand last, hidden ones nowhere but apart."""
    at, asking = clock.now(), asker(request.membership)
    on = timezone.localdate(at)
    form = FilterForm(request.GET, home=request.membership.organisation.departement_id)
    commune = form.place()
    page = Paginator(_found(form, commune, asking, on), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "commune": commune,
        "page": page,
        "rows": rows(list(page.object_list), at, on),
        "may_add": may_add(asking),
        "waiting": _waiting(asking),
        "query": request.GET.urlencode(),
        "filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "pro/services/list.html", context)


@signed_in
@require_GET
def chart(request: MemberRequest) -> HttpResponse:
    """The same services on the map of the reader's département, or of the commune asked for, beside a table."""
    asking, departement = asker(request.membership), request.membership.organisation.departement
    form = FilterForm(request.GET, home=departement.pk)
    commune = form.place()
    found = _found(form, commune, asking, timezone.localdate(clock.now()))
    shown = found.prefetch_related("places__commune")[:MOST_ON_MAP]
    context = {
        "form": form,
        "departement": commune.departement if commune else departement,
        "spots": service_spots(shown, lambda service: reverse("pro:service", args=[service.pk])),
        "most": MOST_ON_MAP if found.count() > MOST_ON_MAP else 0,
        "query": request.GET.urlencode(),
    }
    return render(request, "pro/services/map.html", context)


def _found(form: FilterForm, commune: Commune | None, asking: Asker, on: dt.date) -> QuerySet[Service]:
    if form.is_lost:
        return Service.objects.none()
    words, show = (form.chosen("text"), form.chosen("need"), commune), form.chosen("show")
    if show == "ended":
        return selectors.ended_services(*words)
    if show == "due":
        return selectors.to_confirm(
            selectors.search(*words, with_hidden=True), on, None if asking.keeps else asking.organisation_id
        )
    if show == "own" and asking.organisation_id is not None:
        return selectors.search(*words, with_hidden=True).filter(provider__organisation_id=asking.organisation_id)
    return selectors.search(*words)


def _waiting(asking: Asker) -> int:
    if not may_add(asking):
        return 0
    return selectors.open_proposals(None if asking.keeps else asking.organisation_id).count()
