"""Starting an assessment: from a report that was received, or entered directly."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import back, only_where_it_is_assessed
from maillon.portals.pro.protection.forms.starting import FromReportForm, StartForm
from maillon.protection import selectors, services
from maillon.reports import selectors as reports

_QUESTION = Question(
    title=_("Commencer une évaluation"),
    button=_("Commencer"),
    intro=_("Elle reste dans votre organisation : ni la personne qui a signalé ni la commission ne la lisent."),
    facts=("assessment", "presumption", "copy"),
    icon="arrow-forward",
)


@reads
@require_http_methods(["GET", "POST"])
def start(request: MemberRequest) -> HttpResponse:
    """An information préoccupante that came by another way."""
    only_where_it_is_assessed(request)
    return _asked(request, StartForm(posted(request)), None)


@reads
@require_http_methods(["GET", "POST"])
def from_report(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """From a minor's report; where one was started before, its page."""
    transmission = reports.transmission(transmission_id)
    if transmission is None:
        raise Http404
    before = selectors.assessment_of(transmission)
    if before is not None and selectors.assessment_for(before, request.membership) is not None:
        return redirect("pro:assessment", assessment_id=before)
    if not selectors.assessable(request.membership, transmission):
        raise Http404
    return _asked(request, FromReportForm(posted(request), transmission=transmission), transmission_id)


def _asked(request: MemberRequest, form: StartForm, transmission_id: UUID | None) -> HttpResponse:
    def act() -> HttpResponse:
        made = services.start(new=form.new(transmission_id), by=request.membership, at=clock.now())
        return back(made, "commencee")

    return ask(request, _QUESTION, form, act)
