"""The sealed conversation between who reported and one recipient."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.report.forms.messages import MessageForm
from maillon.portals.pro.report.views.sent import own_report
from maillon.reports import selectors, services
from maillon.reports.models import Transmission
from maillon.reports.rights import Ability, on_transmission

# Stands in the journal beside each message opened by the author.
_REASON = "author"


@may_report
@require_http_methods(["GET", "POST"])
def messages(request: MemberRequest, report_id: UUID, transmission_id: UUID) -> HttpResponse:
    """Opens the messages, which marks those received as read, and sends one."""
    transmission, at = _own_transmission(request, report_id, transmission_id), clock.now()
    form = MessageForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _show(request, transmission, form, at)
    try:
        services.write_message(
            transmission_id=transmission.id, text=form.cleaned_data["text"], by=request.membership, at=at
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return _show(request, transmission, form, at)
    return redirect("pro:sent_messages", report_id=report_id, transmission_id=transmission_id)


def _own_transmission(request: MemberRequest, report_id: UUID, transmission_id: UUID) -> Transmission:
    found = selectors.transmission(transmission_id)
    if found is None or found.report_id != own_report(request, report_id).id:
        raise Http404
    if Ability.READ_MESSAGES not in on_transmission(request.membership, found):
        raise Http404
    return found


def _show(request: MemberRequest, transmission: Transmission, form: MessageForm, at: datetime) -> HttpResponse:
    opened = services.read_messages(
        transmission=transmission, by=request.membership, keyring=request.keyring, at=at, reason=_REASON
    )
    context = {
        "report": transmission.report,
        "transmission": transmission,
        "messages": opened,
        "form": form if Ability.WRITE_MESSAGE in on_transmission(request.membership, transmission) else None,
    }
    return render(request, "pro/report/messages.html", context, status=422 if form.errors else 200)
