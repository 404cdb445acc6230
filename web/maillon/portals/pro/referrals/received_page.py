"""A step's page for the service that was asked."""

from django.http import HttpResponse
from django.shortcuts import render

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.referrals.forms.opening import OpenForm
from maillon.portals.pro.referrals.openings import reason_for
from maillon.portals.pro.referrals.shown import needs_words, step_line
from maillon.portals.pro.referrals.words import DONE
from maillon.referrals.models import Step
from maillon.referrals.rights import Ability, on_step


def received_page(
    request: MemberRequest,
    step: Step,
    *,
    done: str = "",
    opening: OpenForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """What is known in clear, until when an answer is waited for, and what may be done. Nothing sealed is opened."""
    abilities = on_step(request.membership, step)
    readable = bool({Ability.OPEN, Ability.READ} & abilities)
    asked = readable and reason_for(request, step.pk) is None
    context = {
        "step": step,
        "line": step_line(step),
        "needs": needs_words(step.referral),
        "can": {ability.value: True for ability in abilities},
        "readable": readable,
        "opening": opening or (OpenForm() if asked else None),
        "done": DONE.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "now": clock.now(),
    }
    return render(
        request, "pro/referrals/received_step.html", context, status=409 if refusal else 422 if opening else 200
    )
