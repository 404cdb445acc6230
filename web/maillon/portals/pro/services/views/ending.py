"""Saying that a service has ended."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.directory import services
from maillon.directory.rights import Ability
from maillon.portals.pro.services.finding import found
from maillon.portals.pro.services.page import back


@signed_in
@require_http_methods(["GET", "POST"])
def end(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Says what follows, then ends it."""
    service = found(request, service_id, Ability.END)
    if request.method == "POST":
        services.end_service(service.pk, by=request.membership, at=clock.now())
        return back(service, "fin")
    return render(request, "pro/services/end.html", {"service": service})
