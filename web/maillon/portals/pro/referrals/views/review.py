"""Everything before sending on one page, and sending."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.components.posting import version_in
from maillon.portals.pro.referrals.drafting import SentAlready, Writing, open_writing
from maillon.portals.pro.referrals.sending import new_referral
from maillon.portals.pro.referrals.summary import summary
from maillon.referrals import services
from maillon.referrals.refusals import DraftMovedOn


@may_report
@require_GET
def review(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Who receives what, in which order, and everything that was answered."""
    try:
        return _review(request, open_writing(request, draft_id))
    except SentAlready as sent:
        return redirect("pro:referral_sent", referral_id=sent.referral.id)


@may_report
@require_POST
def send(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Sends the draft, once however often it is asked for. A refusal shows the review again."""
    try:
        writing = open_writing(request, draft_id)
    except SentAlready as sent:
        return redirect("pro:referral_sent", referral_id=sent.referral.id)
    if writing.first_open() is not None:
        return _review(request, writing, status=422)
    try:
        draft = new_referral(writing, seen_version=version_in(request.POST))
        referral = services.propose(draft=draft, by=request.membership, at=clock.now())
    except DraftMovedOn as refusal:
        # What stands now is shown, to be read before it is sent.
        return _review(request, open_writing(request, draft_id), refusal=str(refusal.message), status=409)
    except Refusal as refusal:
        return _review(request, writing, refusal=str(refusal.message), status=422)
    return redirect("pro:referral_sent", referral_id=referral.id)


def _review(request: MemberRequest, writing: Writing, *, refusal: str = "", status: int = 200) -> HttpResponse:
    lines = summary(writing)
    context = {
        "writing": writing,
        "lines": lines,
        "missing": [line for line in lines if line.missing],
        "gone": [one.service for one in writing.answers.line if one.service not in writing.services],
        "first": next(iter(writing.services.values()), None),
        "others": list(writing.services.values())[1:],
        "refusal": refusal,
    }
    return render(request, "pro/referrals/review.html", context, status=status)
