"""A transmission's page, and opening what was sealed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.inbox.contact import contact_of
from maillon.portals.pro.inbox.facts import language_words
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.handling import OpenForm
from maillon.portals.pro.inbox.keyless import ask_for_key
from maillon.portals.pro.inbox.openings import give_reason, reason_for
from maillon.portals.pro.inbox.page import page_of, tabs
from maillon.reports import services
from maillon.reports.enums import Done, OpeningReason, State
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.vault.refusals import CannotOpen


@reads
@require_GET
def page(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """What is known in clear, what is to be done, and what happened. Nothing sealed is shown or opened."""
    return page_of(request, found(request, transmission_id), done=request.GET.get("fait", ""))


@reads
@require_POST
def open_it(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Takes the reason for opening, and goes on to the content, which is opened and journalled there."""
    transmission, form = found(request, transmission_id), OpenForm(request.POST)
    if transmission.state == State.RETURNED:
        raise Http404
    if not form.is_valid():
        return page_of(request, transmission, opening=form)
    give_reason(request, transmission.id, OpeningReason(form.cleaned_data["reason"]))
    return redirect("pro:transmission_content", transmission_id=transmission.id)


@reads
@require_GET
def content(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """The sealed content. Each showing is journalled; without a reason given in this session, asks for it."""
    transmission = found(request, transmission_id)
    reason = reason_for(request, transmission.id)
    if reason is None:
        return redirect("pro:transmission", transmission_id=transmission.id)
    at = clock.now()
    try:
        opened_transmission, opened = services.open_transmission(
            transmission_id=transmission.id, by=request.membership, keyring=request.keyring, at=at, reason=reason
        )
    except CannotOpen:
        return ask_for_key(request, transmission)
    except NotAllowed:
        raise Http404 from None
    transmission.state = opened_transmission.state
    context = {
        "transmission": transmission,
        "tabs": tabs(request, transmission, "content"),
        "opened": opened,
        "contact": contact_of(opened.contact),
        "language": language_words(transmission.report.language),
        "done": [choice.label for choice in Done if choice.value in opened.content.done],
        "may_acknowledge": Ability.ACKNOWLEDGE in on_transmission(request.membership, transmission),
    }
    return render(request, "pro/inbox/content.html", context)
