"""Adding a service and changing one: a single page, whose parts are checked together."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, signed_in
from maillon.accounts.rights import asker
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory import services
from maillon.directory.models import Provider, Service
from maillon.directory.rights import Ability, may_add
from maillon.directory.services import PlaceDetails, ProviderDetails
from maillon.portals.components.posting import posted
from maillon.portals.pro.services.finding import abilities, found, signature
from maillon.portals.pro.services.forms.place import PlaceForm, place_forms
from maillon.portals.pro.services.forms.provider import ProviderForm
from maillon.portals.pro.services.forms.service import ServiceForm, stands
from maillon.portals.pro.services.page import back


@dataclass(frozen=True)
class Parts:
    """The forms of the page; `provider` only where the service is new."""

    main: ServiceForm
    places: "forms.BaseFormSet[PlaceForm]"
    provider: ProviderForm | None = None

    def are_valid(self) -> bool:
        """Checks each of them, so that everything wrong is told at once."""
        told = [self.main.is_valid(), self.places.is_valid()]
        return all([*told, self.provider is None or self.provider.is_valid()])

    def place_details(self) -> tuple[PlaceDetails, ...]:
        """The places that were written."""
        return tuple(place for form in self.places if (place := form.details()) is not None)


@signed_in
@require_http_methods(["GET", "POST"])
def create(request: MemberRequest) -> HttpResponse:
    """Adds a service, and its provider where that is new."""
    asking = asker(request.membership)
    if not may_add(asking):
        raise PermissionDenied
    home = request.membership.organisation.departement_id
    parts = Parts(
        main=ServiceForm(
            posted(request),
            home=home,
            sets_confidence=asking.keeps,
            initial={"zone_kind": "departement", "departements": home, "confidence": "verified"},
        ),
        places=place_forms(posted(request), home=home, places=[]),
        provider=ProviderForm(posted(request), membership=request.membership),
    )
    return _saved_or_shown(request, parts, None)


@signed_in
@require_http_methods(["GET", "POST"])
def change(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Changes what is known of a service."""
    service = found(request, service_id, Ability.EDIT)
    home = request.membership.organisation.departement_id
    parts = Parts(
        main=ServiceForm(
            posted(request),
            home=home,
            sets_confidence=Ability.SET_CONFIDENCE in abilities(request, service),
            initial=stands(service),
        ),
        places=place_forms(posted(request), home=home, places=list(service.places.all())),
    )
    return _saved_or_shown(request, parts, service)


def _saved_or_shown(request: MemberRequest, parts: Parts, service: Service | None) -> HttpResponse:
    wrong = False
    if request.method == "POST":
        wrong = not parts.are_valid()
        if not wrong:
            try:
                return back(_save(request, parts, service, clock.now()), "fiche")
            except Refusal as refusal:
                parts.main.add_error(None, str(refusal.message))
                wrong = True
    context: dict[str, Any] = {
        "service": service,
        "form": parts.main,
        "places": parts.places,
        "provider": parts.provider,
    }
    return render(request, "pro/services/edit.html", context, status=422 if wrong else 200)


def _save(request: MemberRequest, parts: Parts, service: Service | None, at: dt.datetime) -> Service:
    with transaction.atomic():
        provider_id = service.provider_id if service else _provider(request, parts, at).pk
        return services.save_service(
            parts.main.details(provider_id, parts.place_details()),
            by=request.membership,
            by_name=signature(request),
            at=at,
            key=service.pk if service else None,
            seen=parts.main.cleaned_data["seen"],
        )


def _provider(request: MemberRequest, parts: Parts, at: dt.datetime) -> Provider:
    assert parts.provider is not None
    chosen = parts.provider.chosen()
    if isinstance(chosen, ProviderDetails):
        return services.save_provider(chosen, by=request.membership, at=at)
    return chosen
