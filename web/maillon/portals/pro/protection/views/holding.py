"""Keeping content past its time, for a reason."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, leads
from maillon.base import clock
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, found
from maillon.portals.pro.protection.forms.assessing import HoldForm
from maillon.protection import services
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability

_QUESTION = Question(
    title=_("Prolonger la conservation"), button=_("Prolonger"), facts=("active_base", "archives"), icon="lock"
)


@leads
@require_http_methods(["GET", "POST"])
def hold(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """Until when, and why."""
    assessment, form = found(request, assessment_id, Ability.HOLD), HoldForm(posted(request))

    def act() -> HttpResponse:
        services.place_hold(
            assessment_id=assessment.pk,
            until=form.cleaned_data["until"],
            ground=form.chosen,
            by=request.membership,
            at=clock.now(),
        )
        return back(assessment, "conservee")

    return ask(request, _QUESTION, form, act, assessment=assessment)


@leads
@require_POST
def lift(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """Lets its time run again."""
    assessment = found(request, assessment_id, Ability.LIFT)
    try:
        services.lift_hold(assessment_id=assessment.pk, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return back(assessment, "liberee")
