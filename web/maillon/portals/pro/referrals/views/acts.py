"""One-button acts. Each is a POST that leads back to the page where the member sees the step."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.pro.referrals.finding import back, found_step, place_of
from maillon.referrals import services
from maillon.referrals.models import Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability


@may_report
@require_POST
def accept(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """The service takes it."""
    return _act(request, step_id, Ability.ACCEPT, services.accept, "acceptee")


@may_report
@require_POST
def met(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """The service has met her."""
    return _act(request, step_id, Ability.MEET, services.met, "rencontre")


@may_report
@require_POST
def missed(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """She did not come: another appointment may be set."""
    return _act(request, step_id, Ability.MISS, services.missed, "absence")


def _act(request: MemberRequest, step_id: UUID, ability: Ability, act: Callable[..., Step], done: str) -> HttpResponse:
    step = found_step(request, step_id, ability)
    try:
        act(step_id=step.pk, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back(place_of(step, request.membership), done)
