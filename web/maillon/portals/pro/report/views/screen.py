"""One question of a draft: shown, answered, and compared when another device was faster."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.components.communes import communes_like
from maillon.portals.components.held import held, holding_what_was_typed, let_go
from maillon.portals.components.posting import typed_in, version_in
from maillon.portals.pro.report.drafting import SentAlready, Writing, open_writing, save
from maillon.portals.pro.report.forms.base import StepForm
from maillon.portals.pro.report.path import StepName, before
from maillon.portals.pro.report.recipients import would_be_told_the_name
from maillon.portals.pro.report.screens import SCREENS
from maillon.portals.pro.report.summary import LABELS, line_of, said
from maillon.reports.content import ReportContent
from maillon.reports.refusals import DraftMovedOn


@dataclass(frozen=True)
class _Visit:
    """A request for one screen of an opened draft."""

    request: MemberRequest
    writing: Writing
    step: StepName
    at: datetime

    def form(self, data: QueryDict | None = None) -> StepForm:
        return SCREENS[self.step].form(data, writing=self.writing)

    def to(self, step: StepName | None) -> HttpResponse:
        """Leads to a screen, or to the review when there is none left."""
        draft_id = self.writing.draft.id
        if step is None:
            return redirect("pro:report_review", draft_id=draft_id)
        return redirect("pro:report_step", draft_id=draft_id, step=step.value)


@holding_what_was_typed
@may_report
@require_http_methods(["GET", "POST"])
def screen(request: MemberRequest, draft_id: UUID, step: str) -> HttpResponse:
    """Shows or takes one answer. An address that is no question is a 404; one that is off the path leads back to it."""
    if step not in list(StepName):
        raise Http404
    at = clock.now()
    try:
        visit = _Visit(request, open_writing(request, draft_id, at), StepName(step), at)
    except SentAlready as sent:
        return redirect("pro:sent_receipt", report_id=sent.report.id)
    if visit.step not in visit.writing.steps:
        return _off_path(visit)
    return _answer(visit) if request.method == "POST" else _ask(visit)


def _off_path(visit: _Visit) -> HttpResponse:
    """A question that another answer has done away with: what was typed for it is shown, to be copied elsewhere."""
    if visit.request.method == "GET":
        return visit.to(visit.writing.first_open())
    form = visit.form(visit.request.POST)
    typed = visit.writing.content.changed(**form.answers()) if form.is_valid() else None
    return _compare(visit, typed, None)


def _ask(visit: _Visit) -> HttpResponse:
    kept = held(visit.request, visit.writing.draft.id, visit.step)
    return _show(visit, visit.form(kept), brought_back=kept is not None)


def _answer(visit: _Visit) -> HttpResponse:
    form = visit.form(visit.request.POST)
    if not form.is_valid():
        return _show(visit, form, status=422)
    changed = visit.writing.answering(visit.step, form.answers(), finished=form.finished)
    if changed == visit.writing.content:
        # A second tap, or the same answer again: nothing to save, and nothing to be in conflict with.
        return _go_on(visit, visit.writing, finished=form.finished)
    try:
        saved = save(visit.writing, changed, seen_version=version_in(visit.request.POST), at=visit.at)
    except DraftMovedOn:
        return _conflict(visit, form)
    return _go_on(visit, saved, finished=form.finished)


def _go_on(visit: _Visit, saved: Writing, *, finished: bool) -> HttpResponse:
    if visit.step is StepName.SIGNS and saved.content.signs and saved.content.age is not None:
        return let_go(visit.request, redirect("pro:report_reading", draft_id=saved.draft.id))
    return let_go(visit.request, visit.to(saved.after(visit.step) if finished else visit.step))


def _show(visit: _Visit, form: StepForm, *, brought_back: bool = False, status: int = 200) -> HttpResponse:
    writing, steps = visit.writing, visit.writing.steps
    context: dict[str, Any] = {
        "form": form,
        "draft": writing.draft,
        "content": writing.content,
        # What is re-shown after a mistake was typed over the version that it came with.
        "version": version_in(visit.request.POST) if form.is_bound and not brought_back else writing.draft.version,
        "step": visit.step,
        "label": LABELS[visit.step],
        "number": steps.index(visit.step) + 1,
        "total": len(steps) + 1,
        "previous": before(steps, visit.step),
        "reviewable": writing.first_open() is None,
        "brought_back": brought_back,
    }
    if visit.step in {StepName.AGREEMENT, StepName.IDENTITY}:
        context["told"] = would_be_told_the_name(writing)
    return render(visit.request, SCREENS[visit.step].template, context, status=status)


def _conflict(visit: _Visit, form: StepForm) -> HttpResponse:
    """Shows both versions of the answer. What was typed goes along in the page, so that choosing it loses nothing."""
    now = open_writing(visit.request, visit.writing.draft.id, visit.at)
    mine = now.content.changed(**form.answers())
    return _compare(visit, mine, now if visit.step in now.steps else None)


def _compare(visit: _Visit, mine: ReportContent | None, now: Writing | None) -> HttpResponse:
    writing, step = now or visit.writing, visit.step
    context = {
        "message": DraftMovedOn.message,
        "draft": writing.draft,
        "mine": said(step, mine, writing.reporter) if mine else None,
        "saved": line_of(step, now.content, now.reporter) if now else None,
        "typed": typed_in(visit.request.POST),
        "action": reverse("pro:report_step", args=[writing.draft.id, step.value]),
        "resume": reverse("pro:report_resume", args=[writing.draft.id]),
    }
    return render(visit.request, "pro/conflict.html", context, status=409)


@may_report
@require_POST
def communes(request: MemberRequest) -> HttpResponse:
    """The matches of a search, as a fragment for browsers with scripts. A POST keeps what is typed out of addresses."""
    near = request.membership.organisation.departement_id
    typed = request.POST.get("typed", "")
    context = {"matches": communes_like(typed, near=near), "looked_for": typed.strip()}
    return render(request, "components/communes_found.html", context)
