"""One question of a draft: shown, answered, and compared when another device was faster."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.components.held import held, holding_what_was_typed, let_go
from maillon.portals.components.posting import typed_in, version_in
from maillon.portals.pro.referrals.drafting import SentAlready, Writing, open_writing, save
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.path import StepName, Stop, before, stop_of
from maillon.portals.pro.referrals.screens import SCREENS
from maillon.portals.pro.referrals.summary import Line, line_of
from maillon.referrals.refusals import DraftMovedOn

# What takes more than a tap to say again.
_WRITTEN = frozenset({StepName.WORDS, StepName.ADDRESS})


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
        return _off_path(visit)
    return let_go(request, _answer(visit)) if request.method == "POST" else _ask(visit)


def _off_path(visit: _Visit) -> HttpResponse:
    """A question that another answer has done away with: what was typed for it is shown, to be copied elsewhere."""
    if visit.request.method == "GET" or visit.stop.name not in _WRITTEN:
        return _to(visit.writing, visit.writing.first_open())
    return _compare(visit, None, None)


def _is_there(visit: _Visit) -> bool:
    # A service that has left the directory since it was chosen has no screen; the review says so.
    line = {one.service for one in visit.writing.answers.line}
    return visit.stop.about not in line or visit.stop.about in visit.writing.services


def _ask(visit: _Visit) -> HttpResponse:
    kept = held(visit.request, visit.writing.draft_id, visit.stop.slug)
    return _show(visit, visit.form(kept), brought_back=kept is not None)


def _answer(visit: _Visit) -> HttpResponse:
    form, seen = visit.form(visit.request.POST), version_in(visit.request.POST)
    if not form.is_valid():
        return _show(visit, form, version=seen, status=422)
    writing = _answered(visit, form)
    # A second tap, or the same answer again: nothing to save, and nothing to be in conflict with.
    if writing.answers != visit.writing.answers:
        try:
            writing = save(writing, clock.now(), seen_version=seen)
        except DraftMovedOn:
            return _conflict(visit)
    return _go_on(visit, form, writing)


def _answered(visit: _Visit, form: StepForm) -> Writing:
    answers = form.answers()
    return visit.writing.changed(answers.having_answered(visit.stop.slug) if form.finished else answers)


def _go_on(visit: _Visit, form: StepForm, writing: Writing) -> HttpResponse:
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


def _show(
    visit: _Visit, form: StepForm, *, version: int | None = None, brought_back: bool = False, status: int = 200
) -> HttpResponse:
    writing, steps, screen = visit.writing, visit.writing.steps, SCREENS[visit.stop.name]
    context: dict[str, Any] = {
        "form": form,
        "writing": writing,
        # What is re-shown after a mistake was typed over the version that it came with.
        "version": writing.version if version is None else version,
        "stop": visit.stop,
        "label": screen.label,
        "number": steps.index(visit.stop) + 1,
        "total": len(steps) + 1,
        "previous": before(steps, visit.stop),
        "reviewable": writing.first_open() is None,
        "brought_back": brought_back,
    }
    return render(visit.request, screen.template, context, status=status)


def _conflict(visit: _Visit) -> HttpResponse:
    """Shows both versions of the answer, what was typed being put to the draft as it now stands."""
    now = _Visit(visit.request, open_writing(visit.request, visit.writing.draft_id), visit.stop)
    if visit.stop not in now.writing.steps:
        return _off_path(now)
    form = now.form(visit.request.POST)
    mine = _answered(now, form) if form.is_valid() else None
    shown = line_of(mine, visit.stop) if mine and visit.stop in mine.steps else None
    return _compare(now, shown, line_of(now.writing, visit.stop))


def _compare(visit: _Visit, mine: Line | None, saved: Line | None) -> HttpResponse:
    draft_id = visit.writing.draft_id
    context = {
        "message": DraftMovedOn.message,
        "draft": visit.writing,
        "mine": mine,
        "saved": saved,
        "typed": typed_in(visit.request.POST),
        "action": reverse("pro:referral_step", args=[draft_id, visit.stop.slug]),
        "resume": reverse("pro:referral_resume", args=[draft_id]),
    }
    return render(visit.request, "pro/conflict.html", context, status=409)
