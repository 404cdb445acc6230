"""One-button acts. Each is a POST that leads back to the page; a refusal is shown there."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.handling import AssignForm
from maillon.portals.pro.inbox.page import page_of, readers
from maillon.reports import services
from maillon.reports.models import Transmission
from maillon.reports.refusals import NotAllowed, NotAReader


@reads
@require_POST
def acknowledge(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Confirms to whoever reported that the organisation has it."""
    return _act(request, transmission_id, services.acknowledge, "reception")


@reads
@require_POST
def take(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Takes it in hand."""
    return _act(request, transmission_id, services.take, "prise")


@reads
@require_POST
def take_back(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Takes a transferred one up again."""
    return _act(request, transmission_id, services.take_back, "reprise")


@reads
@require_POST
def verify(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Says that an ended exploitation was looked at again."""
    return _act(request, transmission_id, services.verify, "verification")


@reads
@require_POST
def assign(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Gives it to a reader of the organisation, or to nobody."""
    form = AssignForm(request.POST, readers=readers(request.membership))
    if not form.is_valid():
        return page_of(request, found(request, transmission_id), refusal=NotAReader())
    return _act(request, transmission_id, services.assign, "attribution", to=form.chosen)


@reads
@require_POST
def mark_step(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Says that a guided step was done, or takes that back."""
    transmission = found(request, transmission_id)
    try:
        services.mark_step(
            report=transmission.report,
            code=request.POST.get("step", ""),
            done=request.POST.get("done") == "yes",
            by=request.membership,
            at=clock.now(),
        )
    except NotAllowed:
        raise Http404 from None
    return back(transmission, "demarche")


def _act(
    request: MemberRequest, transmission_id: UUID, act: Callable[..., Transmission], done: str, **more: object
) -> HttpResponse:
    transmission = found(request, transmission_id)
    try:
        act(transmission_id=transmission.id, by=request.membership, at=clock.now(), **more)
    except NotAllowed:
        raise Http404 from None
    except Refusal as refusal:
        return page_of(request, found(request, transmission_id), refusal=refusal)
    return back(transmission, done)


def back(transmission: Transmission, done: str) -> HttpResponse:
    """Back to the page, which says what was done."""
    return redirect(f"{reverse('pro:transmission', args=[transmission.id])}?fait={done}")
