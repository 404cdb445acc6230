"""What was done for assessing, and what the parents were told."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, found
from maillon.portals.pro.protection.forms.assessing import ActForm, ParentsForm
from maillon.protection import services
from maillon.protection.enums import ActKind
from maillon.protection.rights import Ability

_ACT = Question(title=_("Noter une démarche"), button=_("Noter"))
_PARENTS = Question(
    title=_("Information des parents"),
    button=_("Noter"),
    intro=_("L’évaluation ne se termine pas sans cette réponse. Vous pourrez la compléter."),
    facts=("parents",),
)


@reads
@require_http_methods(["GET", "POST"])
def act(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """A visit, a meeting or a call."""
    assessment, form = found(request, assessment_id, Ability.ACT), ActForm(posted(request))

    def done() -> HttpResponse:
        cleaned = form.cleaned_data
        services.record_act(
            assessment_id=assessment.pk,
            kind=ActKind(cleaned["kind"]),
            on=cleaned["on"],
            words=cleaned["words"],
            by=request.membership,
            at=clock.now(),
        )
        return back(assessment, "demarche")

    return ask(request, _ACT, form, done, assessment=assessment)


@reads
@require_http_methods(["GET", "POST"])
def parents(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """That the parents are informed, or why that is against the child's interest."""
    assessment, form = found(request, assessment_id, Ability.SAY_PARENTS), ParentsForm(posted(request))

    def done() -> HttpResponse:
        services.say_parents(assessment_id=assessment.pk, said=form.said, by=request.membership, at=clock.now())
        return back(assessment, "parents")

    return ask(request, _PARENTS, form, done, assessment=assessment)
