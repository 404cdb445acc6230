"""One question of a draft: shown and answered."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.components.held import held, holding_what_was_typed, let_go
from maillon.portals.pro.referrals.drafting import SentAlready, Writing, open_writing, save
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.path import Stop, before, stop_of
from maillon.portals.pro.referrals.screens import SCREENS


@dataclass(frozen=True)
class _Visit:
    """A request for one screen of an opened draft."""

    request: MemberRequest
    writing: Writing
    stop: Stop

    def form(self, data: QueryDict | None = None) -> StepForm:
        return SCREENS[self.stop.name].form(data, writing=self.writing, stop=self.stop)


@holding_what_was_typed
@may_report
@require_http_methods(["GET", "POST"])
def screen(request: MemberRequest, draft_id: UUID, step: str) -> HttpResponse:
    """Shows or takes one answer. An address that is no question is a 404; one that is off the path leads back to it."""
    stop = stop_of(step)
    if stop is None:
        raise Http404
    try:
        visit = _Visit(request, open_writing(request, draft_id), stop)
    except SentAlready as sent:
        return redirect("pro:referral_sent", referral_id=sent.referral.id)
    if stop not in visit.writing.steps or (stop.about and not _is_there(visit)):
        return _to(visit.writing, visit.writing.first_open())
    return let_go(request, _answer(visit)) if request.method == "POST" else _ask(visit)


def _is_there(visit: _Visit) -> bool:
    # A service that has left the directory since it was chosen has no screen; the review says so.
    line = {one.service for one in visit.writing.answers.line}
    return visit.stop.about not in line or visit.stop.about in visit.writing.services


def _ask(visit: _Visit) -> HttpResponse:
    kept = held(visit.request, visit.writing.draft_id, visit.stop.slug)
    return _show(visit, visit.form(kept), brought_back=kept is not None)


def _answer(visit: _Visit) -> HttpResponse:
    form = visit.form(visit.request.POST)
    if not form.is_valid():
        return _show(visit, form, status=422)
    answers = form.answers()
    if form.finished:
        answers = answers.having_answered(visit.stop.slug)
    writing = save(visit.writing.changed(answers), clock.now())
    if form.finished:
        return _to(writing, writing.after(visit.stop))
    if not form.keeps_typed:
        return _to(writing, visit.stop)
    again = _Visit(visit.request, writing, visit.stop)
    return _show(again, again.form(visit.request.POST))


def _to(writing: Writing, stop: Stop | None) -> HttpResponse:
    """Leads to a screen, or to the review when there is none left."""
    if stop is None:
        return redirect("pro:referral_review", draft_id=writing.draft_id)
    return redirect("pro:referral_step", draft_id=writing.draft_id, step=stop.slug)


def _show(visit: _Visit, form: StepForm, *, brought_back: bool = False, status: int = 200) -> HttpResponse:
    writing, steps, screen = visit.writing, visit.writing.steps, SCREENS[visit.stop.name]
    context: dict[str, Any] = {
        "form": form,
        "writing": writing,
        "stop": visit.stop,
        "label": screen.label,
        "number": steps.index(visit.stop) + 1,
        "total": len(steps) + 1,
        "previous": before(steps, visit.stop),
        "reviewable": writing.first_open() is None,
        "brought_back": brought_back,
    }
    return render(visit.request, screen.template, context, status=status)
