"""Corrections of zones that services' refusals propose. A person decides each."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, signed_in
from maillon.accounts.rights import asker
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory import selectors, services
from maillon.directory.rights import Ability, may_add, on_service
from maillon.portals.pro.services.shown import departement_names
from maillon.portals.pro.services.words import zone_words
from maillon.territories.models import Commune

ACCEPT, DISMISS = "accept", "dismiss"
_DONE_WORDS: dict[str, str | Promise] = {
    "corrigee": _("Le territoire est corrigé. Ce service n’y est plus proposé."),
    "ecartee": _("Le territoire reste comme il était."),
}


@signed_in
@require_GET
def proposals(request: MemberRequest) -> HttpResponse:
    """Those that wait for whoever keeps the directory, or for a lead about her own organisation's services."""
    return _shown(request, done=_DONE_WORDS.get(request.GET.get("fait", ""), ""))


@signed_in
@require_POST
def decide(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """`answer` is accept or dismiss; anything else changes nothing."""
    proposal = selectors.open_proposals().filter(pk=proposal_id).first()
    if proposal is None or Ability.DECIDE_ZONE not in on_service(asker(request.membership), proposal.service):
        raise Http404
    answer = request.POST.get("answer")
    if answer not in {ACCEPT, DISMISS}:
        return _shown(request)
    try:
        services.decide_zone(proposal.pk, answer == ACCEPT, by=request.membership, at=clock.now())
    except Refusal as refusal:
        return _shown(request, refusal=refusal)
    return redirect(f"{reverse('pro:zones')}?fait={'corrigee' if answer == ACCEPT else 'ecartee'}")


def _shown(request: MemberRequest, *, done: str | Promise = "", refusal: Refusal | None = None) -> HttpResponse:
    asking, names = asker(request.membership), departement_names()
    if not may_add(asking):
        raise PermissionDenied
    waiting = list(selectors.open_proposals(None if asking.keeps else asking.organisation_id))
    communes = Commune.objects.in_bulk({code for proposal in waiting for code in proposal.commune_codes})
    lines = [
        {
            "proposal": proposal,
            "zone": zone_words(proposal.service, names),
            "communes": [communes[code].label for code in proposal.commune_codes if code in communes],
        }
        for proposal in waiting
    ]
    context = {"lines": lines, "done": done, "refusal": refusal.message if refusal else ""}
    return render(request, "pro/services/zones.html", context, status=409 if refusal else 200)
