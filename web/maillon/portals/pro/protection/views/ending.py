"""Ending an assessment."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, found
from maillon.portals.pro.protection.forms.assessing import EndForm
from maillon.protection import services
from maillon.protection.rights import Ability, on_assessment

_QUESTION = Question(
    title=_("Terminer l’évaluation"),
    button=_("Terminer"),
    intro=_("Une évaluation terminée ne se rouvre pas. Une information nouvelle ouvre une évaluation nouvelle."),
    facts=("prosecutor", "presumption"),
)


@reads
@require_http_methods(["GET", "POST"])
def end(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """The outcome; before anybody is assigned, the prosecutor alone."""
    assessment = found(request, assessment_id, Ability.SEIZE)
    only_seizing = Ability.END not in on_assessment(request.membership, assessment)
    form = EndForm(posted(request), only_seizing=only_seizing)

    def act() -> HttpResponse:
        services.end(assessment_id=assessment.pk, ending=form.ending, by=request.membership, at=clock.now())
        return back(assessment, "terminee")

    return ask(request, _QUESTION, form, act, assessment=assessment)
