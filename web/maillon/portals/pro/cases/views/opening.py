"""Opening a case: one question a screen, whether it looks like one that there is, and then it is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.cases import selectors, services
from maillon.cases.enums import Reading
from maillon.cases.refusals import MinorsAreProtected, NotAllowed
from maillon.cases.rights import Ability, on_case
from maillon.guidance.enums import AgeClass
from maillon.portals.components.communes import communes_like
from maillon.portals.pro.cases.finding import follows, today
from maillon.portals.pro.cases.forms.opening import NO, AgeForm, LanguageForm, NameForm, WhereForm
from maillon.portals.pro.cases.newcomer import Newcomer, Origin, Question, after, before
from maillon.portals.pro.cases.openings import give_reason
from maillon.referrals.rights import Ability as OfStep
from maillon.referrals.rights import on_step
from maillon.referrals.selectors import step_for
from maillon.reports import selectors as reports
from maillon.reports.rights import Ability as OfReport
from maillon.reports.rights import on_report, on_transmission
from maillon.territories.selectors import commune as find_commune

_FORMS: Mapping[Question, type[forms.Form]] = {
    Question.AGE: AgeForm,
    Question.NAME: NameForm,
    Question.LANGUAGE: LanguageForm,
    Question.WHERE: WhereForm,
}
_ANSWER: Mapping[Question, str] = {
    Question.AGE: "adult",
    Question.NAME: "pseudonym",
    Question.LANGUAGE: "language",
    Question.WHERE: "commune",
}
# How the field of each question is called in its form.
_FIELD: Mapping[Question, str] = {**_ANSWER, Question.AGE: "answer"}


@dataclass(frozen=True)
class _Asking:
    """A request on the way to a new case."""

    request: MemberRequest
    origin: Origin
    newcomer: Newcomer

    def shown(self, question: Question) -> dict[str, str]:
        """The answer given before."""
        return {} if question is Question.WHERE else {_FIELD[question]: getattr(self.newcomer, _ANSWER[question])}


@reads
@follows
@require_http_methods(["GET", "POST"])
def start(request: MemberRequest) -> HttpResponse:
    """From nothing: she came by herself, or was met on the street."""
    return _opening(request, Origin())


@reads
@follows
@require_http_methods(["GET", "POST"])
def from_step(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """From a referral that the organisation accepted."""
    step = step_for(step_id, request.membership)
    if step is None or step.recipient_id != request.membership.organisation_id or step.accepted_at is None:
        raise Http404
    if OfStep.SEE not in on_step(request.membership, step):
        raise Http404
    referral = step.referral
    return _opening(request, Origin(step_id=step.pk, adult=not referral.minor, commune=referral.commune_id))


@reads
@follows
@require_http_methods(["GET", "POST"])
def from_report(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """From a report that the reader may read."""
    report = reports.report(report_id)
    received = report.transmissions.filter(recipient_id=request.membership.organisation_id) if report else []
    readable = report is not None and (
        OfReport.READ_CONTENT in on_report(request.membership, report)
        or any(OfReport.READ_CONTENT in on_transmission(request.membership, item) for item in received)
    )
    if report is None or not readable:
        raise Http404
    adult = report.facts.get("age") == AgeClass.ADULT
    return _opening(request, Origin(report_id=report.pk, adult=adult, commune=report.commune_id))


def _opening(request: MemberRequest, origin: Origin) -> HttpResponse:
    if origin.adult is False:
        return _minor(request)
    if request.method == "GET":
        return _ask(_Asking(request, origin, Newcomer.begun(origin)), origin.first)
    asking = _Asking(request, origin, Newcomer.carried(request.POST, origin))
    try:
        question = Question(request.POST.get("question", origin.first))
    except ValueError:
        raise Http404 from None
    if "back" in request.POST:
        return _ask(asking, before(question, origin.first))
    return _open(asking) if question is Question.REVIEW else _take(asking, question)


def _take(asking: _Asking, question: Question) -> HttpResponse:
    form = _FORMS[question](asking.request.POST)
    if not form.is_valid():
        return _ask(asking, question, form)
    given = form.cleaned_data
    if question is Question.AGE and given["answer"] == NO:
        return _minor(asking.request)
    if question is Question.WHERE and not given["commune"] and not given["none"]:
        # A name was looked for: the same screen again, with what was found.
        return _ask(asking, question, form)
    newcomer = asking.newcomer.having(**{_ANSWER[question]: given[_FIELD[question]]})
    asking = _Asking(asking.request, asking.origin, newcomer)
    following = after(question)
    return _review(asking) if following is Question.REVIEW else _ask(asking, following)


def _ask(asking: _Asking, question: Question, form: forms.Form | None = None) -> HttpResponse:
    if question is Question.REVIEW:
        return _review(asking)
    asked = [one for one in Question if list(Question).index(one) >= list(Question).index(asking.origin.first)]
    near = asking.request.membership.organisation.departement_id
    typed = str(asking.request.POST.get("typed", "")) if form is not None else ""
    context: dict[str, Any] = {
        "form": form or _FORMS[question](initial=asking.shown(question)),
        "question": question,
        "carried": list(asking.newcomer.carrying()),
        "number": asked.index(question) + 1,
        "total": len(asked),
        "first": question is asking.origin.first,
        "matches": communes_like(typed, near=near) if question is Question.WHERE else [],
        "looked_for": bool(typed.strip()),
        "chosen": find_commune(asking.newcomer.commune) if asking.newcomer.commune else None,
    }
    status = 422 if form is not None and form.errors else 200
    return render(asking.request, "pro/cases/question.html", context, status=status)


def _review(asking: _Asking, refusal: Refusal | None = None) -> HttpResponse:
    newcomer, membership = asking.newcomer, asking.request.membership
    alike = selectors.likely_same(
        organisation_id=membership.organisation_id,
        pseudonym=newcomer.pseudonym,
        commune_code=newcomer.commune or None,
        language=newcomer.language,
    )
    context = {
        "newcomer": newcomer,
        "carried": list(newcomer.carrying()),
        "language": dict(LanguageForm.base_fields["language"].choices).get(newcomer.language, ""),  # type: ignore[attr-defined]
        "commune": find_commune(newcomer.commune) if newcomer.commune else None,
        "alike": [(one, Ability.SEE in on_case(membership, one.case, today())) for one in alike],
        "refusal": str(refusal) if refusal else "",
    }
    return render(asking.request, "pro/cases/opening_review.html", context, status=409 if refusal else 200)


def _open(asking: _Asking) -> HttpResponse:
    try:
        new = asking.newcomer.new_case(asking.origin)
        case = services.open_case(new=new, by=asking.request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    except MinorsAreProtected:
        return _minor(asking.request)
    except Refusal as refusal:
        return _review(asking, refusal)
    # Who has just written it need not say why she reads it.
    give_reason(asking.request, case.pk, Reading.FOLLOWING)
    return redirect(f"{reverse('pro:case', args=[case.pk])}?fait=case_start")


def _minor(request: MemberRequest) -> HttpResponse:
    return render(request, "pro/cases/minor.html", {"refusal": MinorsAreProtected.message}, status=409)
