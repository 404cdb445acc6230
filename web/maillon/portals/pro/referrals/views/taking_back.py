"""Taking back: everything, from one service, or because she took back her agreement. Each asks once more first."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.pro.referrals.finding import back, found_referral, found_step
from maillon.referrals import services
from maillon.referrals.models import Referral, Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability

# What is asked, what it does, and what the button says.
_WITHDRAW = (
    _("Retirer toute la demande ?"),
    _("Tous les services perdent aussitôt l’accès à ce qu’ils ont reçu, et plus aucun n’est sollicité."),
    _("Retirer toute la demande"),
)
_WITHDRAW_STEP = (
    _("Retirer la demande à ce service ?"),
    _("Il perd aussitôt l’accès à ce qu’il a reçu. Le service suivant est sollicité, s’il y en a un."),
    _("Retirer à ce service"),
)
_REVOKE = (
    _("La personne retire-t-elle son accord pour ce service ?"),
    _("L’effet est immédiat : ses clés sont détruites, il ne peut plus rien ouvrir. C’est inscrit au journal."),
    _("Oui, elle retire son accord"),
)


@may_report
@require_http_methods(["GET", "POST"])
def withdraw(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """All of it."""
    referral = found_referral(request, referral_id, Ability.WITHDRAW)
    return _confirmed(request, referral, services.withdraw, {"referral_id": referral.pk}, "retiree", _WITHDRAW)


@may_report
@require_http_methods(["GET", "POST"])
def withdraw_step(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """From one service."""
    step = found_step(request, step_id, Ability.WITHDRAW_STEP)
    act, about = services.withdraw_step, {"step_id": step.pk}
    return _confirmed(request, step, act, about, "service-retire", _WITHDRAW_STEP)


@may_report
@require_http_methods(["GET", "POST"])
def revoke(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Her agreement to one service."""
    step = found_step(request, step_id, Ability.RECORD_REVOCATION)
    return _confirmed(request, step, services.revoke_consent, {"step_id": step.pk}, "accord-retire", _REVOKE)


def _confirmed(
    request: MemberRequest,
    thing: Referral | Step,
    act: Callable[..., object],
    about: Mapping[str, UUID],
    done: str,
    words: tuple[Promise, Promise, Promise],
) -> HttpResponse:
    referral_id = thing.referral_id if isinstance(thing, Step) else thing.pk
    page = reverse("pro:referral", args=[referral_id])
    if request.method == "POST":
        try:
            act(**about, by=request.membership, at=clock.now())
        except NotAllowed:
            raise Http404 from None
        return back(page, done)
    title, effect, label = words
    step = thing if isinstance(thing, Step) else None
    context = {"title": title, "effect": effect, "label": label, "step": step, "back": page}
    return render(request, "pro/referrals/confirm.html", context)
