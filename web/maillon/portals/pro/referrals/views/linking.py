"""The link of a service without an account: its digits are shown once, to be said by voice."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.pro.referrals.finding import back, found_step
from maillon.referrals import services
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability
from maillon.vault.refusals import CannotOpen


@may_report
@require_POST
def make(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Makes the link, in place of the one before, and shows the digits: no page shows them again."""
    step = found_step(request, step_id, Ability.MAKE_LINK)
    try:
        made = services.make_link(step_id=step.pk, by=request.membership, keyring=request.keyring, at=clock.now())
    except CannotOpen:
        return render(request, "pro/referrals/keyless.html")
    except NotAllowed:
        raise Http404 from None
    # In fours, as they are said.
    digits = (made.digits[:4], made.digits[4:])
    return render(request, "pro/referrals/digits.html", {"step": step, "made": made, "digits": digits})


@may_report
@require_POST
def end(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Revokes the link."""
    step = found_step(request, step_id, Ability.END_LINK)
    try:
        services.end_link(step_id=step.pk, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back(reverse("pro:referral", args=[step.referral_id]), "lien-retire")
