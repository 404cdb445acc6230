"""The referral or step that a request is about, if its reader may know of it, and where she sees it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from maillon.accounts.http import MemberRequest
from maillon.accounts.models import Membership
from maillon.referrals import selectors
from maillon.referrals.models import Referral, Step
from maillon.referrals.rights import Ability, on_referral, on_step


def found_referral(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Referral:
    """The referral, for who refers. Raises Http404 without the ability, as if it did not exist."""
    referral = selectors.referral_for(key, request.membership)
    if referral is None or ability not in on_referral(request.membership, referral):
        raise Http404
    return referral


def found_step(request: MemberRequest, key: UUID, ability: Ability = Ability.SEE) -> Step:
    """The step, for its service or for who refers. Raises Http404 without the ability."""
    step = selectors.step_for(key, request.membership)
    if step is None or ability not in on_step(request.membership, step):
        raise Http404
    return step


def received_step(request: MemberRequest, key: UUID) -> Step:
    """The step as its service has it. Raises Http404 for anybody else."""
    step = found_step(request, key)
    if not is_ours(step, request.membership):
        raise Http404
    return step


def is_ours(step: Step, membership: Membership) -> bool:
    """Whether the member sees it as the service that was asked."""
    asked = step.proposed_at is not None and membership.organisation_id == step.recipient_id
    return asked and membership.role_enum.reads


def place_of(step: Step, membership: Membership) -> str:
    """The address of the page where this member sees the step."""
    if is_ours(step, membership):
        return reverse("pro:received_step", args=[step.pk])
    return reverse("pro:referral", args=[step.referral_id])


def back(address: str, done: str) -> HttpResponse:
    """Back to a page, which says what was done."""
    return redirect(f"{address}?fait={done}")
