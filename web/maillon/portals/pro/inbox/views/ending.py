"""Closing with an outcome."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.components.posting import posted
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.moving import CloseForm
from maillon.portals.pro.inbox.views.acts import back
from maillon.reports import rules, services
from maillon.reports.enums import Outcome
from maillon.reports.rights import Ability


@reads
@require_http_methods(["GET", "POST"])
def close(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """How it ended, from the closed list of the person's age class."""
    transmission = found(request, transmission_id, Ability.CLOSE)
    form = CloseForm(posted(request), minor=rules.is_minor(transmission.report.facts))
    if form.is_valid():
        try:
            services.close(
                transmission_id=transmission.id,
                outcome=Outcome(form.cleaned_data["outcome"]),
                verify_on=form.cleaned_data["verify_on"],
                by=request.membership,
                at=clock.now(),
            )
            return back(transmission, "cloture")
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    context = {"transmission": transmission, "form": form}
    return render(request, "pro/inbox/close.html", context, status=422 if form.errors else 200)
