"""Who assesses, and until when."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.dates import date_format
from maillon.base.errors import Refusal
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, found
from maillon.portals.pro.protection.forms.assessing import AssignForm, DueForm
from maillon.portals.pro.protection.page import page_of, readers
from maillon.protection import services
from maillon.protection.refusals import NotAllowed, NotAnAssessor
from maillon.protection.rights import Ability


@reads
@require_POST
def assign(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """Gives it to a reader of the organisation."""
    assessment = found(request, assessment_id, Ability.ASSIGN)
    form = AssignForm(request.POST, readers=readers(request.membership))
    if not form.is_valid():
        return page_of(request, assessment, refusal=NotAnAssessor())
    try:
        services.assign(assessment_id=assessment.pk, to=form.chosen, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    except Refusal as refusal:
        return page_of(request, found(request, assessment_id), refusal=refusal)
    return back(assessment, "attribuee")


@reads
@require_http_methods(["GET", "POST"])
def due(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """Sets an earlier day for a reason, or goes back to the law's."""
    assessment = found(request, assessment_id, Ability.SET_DUE)
    form = DueForm(posted(request), initial={"due_on": assessment.due_on, "reason": assessment.due_reason})
    question = Question(
        title=gettext_lazy("Fixer la date"),
        button=gettext_lazy("Enregistrer"),
        intro=_("La limite de la loi est le %(day)s. Elle peut être avancée, jamais reculée.")
        % {"day": date_format(assessment.latest_on, "DATE_FORMAT")},
        facts=("assessment",),
        icon="clock",
    )

    def act() -> HttpResponse:
        services.set_due(
            assessment_id=assessment.pk,
            due_on=form.cleaned_data["due_on"],
            reason=form.chosen,
            by=request.membership,
            at=clock.now(),
        )
        return back(assessment, "delai")

    return ask(request, question, form, act, assessment=assessment)
