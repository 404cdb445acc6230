"""Opening what is sealed: by who refers, and by the service. A reason first; each showing is journalled with it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.base import clock
from maillon.portals.pro.referrals.finding import found_referral, received_step
from maillon.portals.pro.referrals.followed import referral_page
from maillon.portals.pro.referrals.forms.opening import OpenForm, OwnOpenForm
from maillon.portals.pro.referrals.openings import give_reason, reason_for
from maillon.portals.pro.referrals.received_page import received_page
from maillon.portals.pro.referrals.shown import step_line
from maillon.referrals import services
from maillon.referrals.content import OpenedParts
from maillon.referrals.enums import Reading
from maillon.referrals.models import Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability, on_step
from maillon.vault.refusals import CannotOpen


@may_report
@require_POST
def open_own(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """Takes the reason of who refers."""
    referral, form = found_referral(request, referral_id, Ability.READ), OwnOpenForm(request.POST)
    if not form.is_valid():
        return referral_page(request, referral, opening=form)
    give_reason(request, referral.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:referral_content", referral_id=referral.pk)


@may_report
@require_GET
def own(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    """What was told, and what services added to their answers."""
    referral = found_referral(request, referral_id, Ability.READ)
    reason = reason_for(request, referral.pk)
    if reason is None:
        return redirect("pro:referral", referral_id=referral.pk)
    try:
        opened = services.open_own(
            referral_id=referral.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
        words = [
            (step_line(step), _words(request, step, reason))
            for step in _with_words(request, list(referral.steps.all()))
        ]
    except CannotOpen:
        return render(request, "pro/referrals/keyless.html")
    except NotAllowed:
        raise Http404 from None
    context = {"referral": referral, "parts": _in_order(opened), "words": words}
    return render(request, "pro/referrals/own_content.html", context)


@reads
@require_POST
def open_received(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Takes the service's reason."""
    step, form = received_step(request, step_id), OpenForm(request.POST)
    if not form.is_valid():
        return received_page(request, step, opening=form)
    give_reason(request, step.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:received_step_content", step_id=step.pk)


@reads
@require_GET
def received(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """What the service is told; the first opening tells who refers that it was read."""
    step = received_step(request, step_id)
    reason = reason_for(request, step.pk)
    if reason is None:
        return redirect("pro:received_step", step_id=step.pk)
    try:
        step, opened = services.open_step(
            step_id=step.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
        words = _words(request, step, reason) if _with_words(request, [step]) else ""
    except CannotOpen:
        return render(request, "pro/referrals/keyless.html")
    except NotAllowed:
        raise Http404 from None
    context = {
        "step": step,
        "line": step_line(step),
        "parts": _in_order(opened),
        "words": words,
        "can": {ability.value: True for ability in on_step(request.membership, step)},
    }
    return render(request, "pro/referrals/content.html", context)


def _with_words(request: MemberRequest, steps: list[Step]) -> list[Step]:
    return [step for step in steps if step.words_id and Ability.READ_WORDS in on_step(request.membership, step)]


def _words(request: MemberRequest, step: Step, reason: Reading) -> str:
    return services.read_words(
        step_id=step.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
    )


def _in_order(opened: OpenedParts) -> list[tuple[str, str]]:
    return [(str(kind.label), text) for kind, text in opened.in_order()]
