"""The AFIS: simulated with the file, and shown with where the numbers were read."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.exits import facts, rules, services
from maillon.exits.documents.sections import money
from maillon.exits.models import Request
from maillon.exits.refusals import NotAllowed
from maillon.exits.rights import Ability
from maillon.portals.components.posting import posted
from maillon.portals.pro.exits.finding import back_to_request, found_request
from maillon.portals.pro.exits.forms.aid import AidForm


@reads
@require_http_methods(["GET", "POST"])
def aid(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The AFIS: simulated, kept with the file, and shown with its sources."""
    found, form = found_request(request, request_id, Ability.WRITE), AidForm(posted(request))
    if not form.is_valid():
        context = {"form": form, "found": found, "path": found.path}
        return render(request, "pro/exits/aid.html", context, status=422 if form.errors else 200)
    try:
        simulation = services.simulate_aid(
            request_id=found.pk, situation=form.situation(), by=request.membership, at=clock.now()
        )
    except NotAllowed:
        raise Http404 from None
    return render(request, "pro/exits/simulation.html", _simulated(found, simulation))


def _simulated(found: Request, simulation: rules.Simulation) -> dict[str, object]:
    return {
        "found": found,
        "path": found.path,
        "simulation": simulation,
        "month": money(simulation.month, sure=simulation.sure),
        "facts": [facts.fact(code) for code in ("afis_month", "afis_child", "afis_age")],
    }


@reads
@require_POST
def no_aid(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The AFIS is not asked for after all."""
    found = found_request(request, request_id, Ability.WRITE)
    services.drop_aid(request_id=found.pk, by=request.membership, at=clock.now())
    return back_to_request(found.pk, "sans-aide")
