"""Saying how many places are free."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory import services
from maillon.directory.enums import Need
from maillon.directory.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.services.finding import found, signature
from maillon.portals.pro.services.forms.capacity import CapacityForm
from maillon.portals.pro.services.page import back


@signed_in
@require_http_methods(["GET", "POST"])
def say(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Asks for the numbers, starting from the last total that was given."""
    service = found(request, service_id, Ability.SAY_CAPACITY)
    last = service.capacities.order_by("-said_at").first()
    form = CapacityForm(posted(request), initial={"total": last.total if last else None})
    if form.is_valid():
        try:
            services.say_capacity(
                service.pk,
                form.cleaned_data["free"],
                form.cleaned_data["total"],
                by=request.membership,
                by_name=signature(request),
                at=clock.now(),
            )
            return back(service, "places")
        except Refusal as refusal:
            form.add_error("free", str(refusal.message))
    context = {"service": service, "form": form, "for_a_day": Need.SHELTER in service.needs}
    return render(request, "pro/services/capacity.html", context, status=422 if form.errors else 200)
