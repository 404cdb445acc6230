"""What one refers: the list, a referral with each of its services, and what is shown right after sending."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.pro.referrals.finding import found_referral
from maillon.portals.pro.referrals.followed import followed, referral_page
from maillon.portals.pro.referrals.shown import due_of, needs_words, state_tag
from maillon.referrals import selectors
from maillon.referrals.models import Referral
from maillon.referrals.rules import ACTIVE

_PER_PAGE = 25


@may_report
@require_GET
def referrals(request: MemberRequest) -> HttpResponse:
    """The member's referrals and, for a reader, those of her organisation; what still runs first."""
    page = Paginator(selectors.referrals_of(request.membership), _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(referral) for referral in page.object_list],
        "drafts": request.membership.referral_drafts.order_by("-updated_at"),
        "now": clock.now(),
    }
    return render(request, "pro/referrals/sent.html", context)


def _row(referral: Referral) -> dict[str, object]:
    label, tone = state_tag(referral)
    steps = list(referral.steps.all())
    here = next((step for step in steps if step.state in ACTIVE), None)
    if here is not None:
        # The same row: a step asks its referral whether it is urgent.
        here.referral = referral
    return {
        "referral": referral,
        "needs": needs_words(referral),
        "label": label,
        "tone": tone,
        "here": here,
        "place": steps.index(here) + 1 if here is not None else 0,
        "of": len(steps),
        "due": due_of(here) if here is not None else None,
    }


@may_report
@require_GET
def referral(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """Where it stands with each service, and what may be done."""
    return referral_page(request, found_referral(request, referral_id), done=request.GET.get("fait", ""))


@may_report
@require_GET
def receipt(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """What is shown right after sending: the number, and what happens next."""
    found = found_referral(request, referral_id)
    context = {"referral": found, "steps": followed(found, request.membership), "now": clock.now()}
    return render(request, "pro/referrals/receipt.html", context)
