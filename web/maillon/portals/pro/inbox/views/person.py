"""What there is to do with somebody who has no account: muting a thread, and answering what she asks about her data."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.components.posting import posted
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.person import ErasureForm, MuteForm
from maillon.portals.pro.inbox.page import page_of
from maillon.portals.pro.inbox.views.acts import back
from maillon.reports import selectors, services
from maillon.reports.enums import MuteReason, RefusalReason
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability


@reads
@require_POST
def mute(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Stops the notices about this thread, for a reason of the closed list."""
    transmission, form = found(request, transmission_id, Ability.MUTE), MuteForm(request.POST)
    if not form.is_valid():
        return page_of(request, transmission, muting=form)
    try:
        services.mute(
            transmission_id=transmission.id,
            reason=MuteReason(form.cleaned_data["reason"]),
            by=request.membership,
            at=clock.now(),
        )
    except NotAllowed:
        raise Http404 from None
    return back(transmission, "muet")


@reads
@require_POST
def unmute(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Lets the notices come again."""
    transmission = found(request, transmission_id, Ability.UNMUTE)
    try:
        services.unmute(transmission_id=transmission.id, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back(transmission, "notifie")


@reads
@require_http_methods(["GET", "POST"])
def erasure(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """The person's request for erasure, and the answer to it. 404 when nothing is asked."""
    transmission = found(request, transmission_id, Ability.DECIDE_ERASURE)
    asked = selectors.open_requests(request.membership).filter(transmission=transmission).first()
    if asked is None:
        raise Http404
    form = ErasureForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            services.decide_erasure(
                transmission_id=transmission.id,
                accepted=form.accepted,
                reason=RefusalReason(reason) if reason else None,
                by=request.membership,
                at=clock.now(),
            )
            return back(transmission, "efface" if form.accepted else "garde")
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            form.add_error("reason", str(refusal.message))
    context = {"transmission": transmission, "asked": asked, "form": form}
    return render(request, "pro/inbox/erasure.html", context, status=422 if form.errors else 200)
