"""A referral's page for who refers: each service in line, and what may be done about it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.pro.referrals.forms.opening import OpenForm, OwnOpenForm
from maillon.portals.pro.referrals.openings import reason_for
from maillon.portals.pro.referrals.shown import StepLine, needs_words, state_tag, step_line
from maillon.portals.pro.referrals.words import DONE
from maillon.referrals.advice import advice_for
from maillon.referrals.enums import ReferralState
from maillon.referrals.models import Consent, Link, Referral
from maillon.referrals.rights import Ability, on_referral, on_step


@dataclass(frozen=True)
class Followed:
    """One service in line: where it stands, what she agreed to, its living link, and what the member may do."""

    line: StepLine
    consent: Consent | None
    link: Link | None
    can: dict[str, bool]


def followed(referral: Referral, membership: Membership) -> list[Followed]:
    """The services in line."""
    consents = {one.step_id: one for one in referral.consents.all()}
    links = {one.step_id: one for one in Link.objects.filter(step__referral=referral, ended_at=None)}
    lines = []
    for step in referral.steps.all():
        step.referral = referral
        can = {ability.value: True for ability in on_step(membership, step)}
        lines.append(Followed(step_line(step), consents.get(step.pk), links.get(step.pk), can))
    return lines


def referral_page(
    request: MemberRequest,
    referral: Referral,
    *,
    done: str = "",
    opening: OpenForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The page. With a refusal or a form that was not filled in, it says so and answers 409 or 422."""
    label, tone = state_tag(referral)
    lines = followed(referral, request.membership)
    over = referral.state in {ReferralState.DONE, ReferralState.WITHDRAWN}
    context = {
        "referral": referral,
        "label": label,
        "tone": tone,
        "needs": needs_words(referral),
        "steps": lines,
        "advice": [] if over else advice_for(one.line.step for one in lines),
        "can": {ability.value: True for ability in on_referral(request.membership, referral)},
        "opening": opening or (None if reason_for(request, referral.pk) else OwnOpenForm()),
        "done": DONE.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "read_words": any(one.can.get(Ability.READ_WORDS) for one in lines),
        "now": clock.now(),
    }
    return render(request, "pro/referrals/referral.html", context, status=409 if refusal else 422 if opening else 200)
