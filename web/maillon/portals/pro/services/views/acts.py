"""One-button acts. Each is a POST that leads back to the page; a refusal is shown there."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from maillon.accounts.http import MemberRequest, signed_in
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory import services
from maillon.directory.models import Service
from maillon.directory.rights import Ability
from maillon.portals.pro.services.finding import found, signature
from maillon.portals.pro.services.page import back, page_of


@signed_in
@require_POST
def say_answered(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """One tap after a call: `answered` is yes, or nobody answered."""
    service = found(request, service_id, Ability.SAY_ANSWERED)
    answered = request.POST.get("answered") == "yes"
    return _done(
        request,
        service,
        lambda: services.say_answered(service.pk, answered, by=request.membership, at=clock.now()),
        "repondu" if answered else "silence",
    )


@signed_in
@require_POST
def confirm(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Somebody stands for every fact of the entry."""
    service = found(request, service_id, Ability.CONFIRM)
    return _done(
        request,
        service,
        lambda: services.confirm(service.pk, by=request.membership, by_name=signature(request), at=clock.now()),
        "confirmee",
    )


@signed_in
@require_POST
def reopen(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Takes back that the service ended."""
    service = found(request, service_id, Ability.REOPEN)
    return _done(
        request,
        service,
        lambda: services.reopen_service(service.pk, by=request.membership, at=clock.now()),
        "rouverte",
    )


def _done(request: MemberRequest, service: Service, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return page_of(request, found(request, service.pk), refusal=refusal)
    return back(service, done)
