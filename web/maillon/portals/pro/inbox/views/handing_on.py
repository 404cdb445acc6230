"""Transferring sealed to another organisation, and giving a transfer back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory.models import Organisation
from maillon.guidance.enums import Ground
from maillon.portals.components.posting import posted
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.moving import GroundForm, ReturnForm, TargetForm
from maillon.portals.pro.inbox.keyless import ask_for_key
from maillon.portals.pro.inbox.views.acts import back
from maillon.reports import rules, selectors, services
from maillon.reports.enums import ReturnReason
from maillon.reports.models import Transmission
from maillon.reports.proposals import may_receive_traces
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability
from maillon.vault.refusals import CannotOpen


@reads
@require_http_methods(["GET", "POST"])
def choose(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """First step of a transfer: to whom, among those for whom the law gives a ground."""
    transmission = found(request, transmission_id, Ability.TRANSFER)
    form = TargetForm(posted(request), targets=_targets(transmission))
    if form.is_valid():
        chosen = form.cleaned_data["organisation"]
        return redirect("pro:transmission_transfer_to", transmission_id=transmission.id, organisation_id=chosen)
    context = {"transmission": transmission, "form": form}
    return render(request, "pro/inbox/transfer.html", context, status=422 if form.is_bound else 200)


def _targets(transmission: Transmission) -> list[Organisation]:
    return [target for target in selectors.transfer_targets(transmission) if services.grounds_for(transmission, target)]


@reads
@require_http_methods(["GET", "POST"])
def confirm(request: MemberRequest, transmission_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Second step: on which ground; then what is sealed goes."""
    transmission = found(request, transmission_id, Ability.TRANSFER)
    target = next((item for item in _targets(transmission) if item.id == organisation_id), None)
    if target is None:
        raise Http404
    form = GroundForm(posted(request), grounds=services.grounds_for(transmission, target))
    if form.is_valid():
        try:
            _transfer(request, transmission, target, Ground(form.cleaned_data["ground"]))
            return back(transmission, "transfert")
        except NotAllowed:
            raise Http404 from None
        except CannotOpen:
            return ask_for_key(request, transmission)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    context = {"transmission": transmission, "target": target, "form": form, **_goes_along(transmission, target)}
    return render(request, "pro/inbox/transfer_to.html", context, status=422 if form.errors else 200)


def _transfer(request: MemberRequest, transmission: Transmission, target: Organisation, ground: Ground) -> None:
    services.transfer(
        transmission_id=transmission.id,
        recipient=target,
        ground=ground,
        by=request.membership,
        keyring=request.keyring,
        at=clock.now(),
    )


def _goes_along(transmission: Transmission, target: Organisation) -> dict[str, object]:
    report = transmission.report
    minor = rules.is_minor(report.facts)
    without = [
        ground for ground in services.grounds_for(transmission, target) if not rules.identity_moves(ground, minor=minor)
    ]
    return {
        "has_identity": report.identity_id is not None,
        "identity_depends": bool(without),
        "traces_go": report.traces_id is not None and may_receive_traces(target),
        "has_traces": report.traces_id is not None,
    }


@reads
@require_http_methods(["GET", "POST"])
def give_back(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """Gives a transfer back to who transferred it, with a reason."""
    transmission = found(request, transmission_id, Ability.RETURN)
    form = ReturnForm(posted(request))
    if form.is_valid():
        try:
            services.return_transfer(
                transmission_id=transmission.id,
                reason=ReturnReason(form.cleaned_data["reason"]),
                by=request.membership,
                at=clock.now(),
            )
            return back(transmission, "retour")
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    context = {"transmission": transmission, "form": form}
    return render(request, "pro/inbox/return.html", context, status=422 if form.errors else 200)
