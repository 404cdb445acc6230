"""Refusing, setting an appointment and its calendar file, and the outcome."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.components.posting import posted
from maillon.portals.pro.referrals.finding import back, found_step, place_of
from maillon.portals.pro.referrals.forms.answering import AppointForm, FinishForm, RefuseForm
from maillon.referrals import services
from maillon.referrals.calendars import calendar_file
from maillon.referrals.enums import Outcome, RefusalReason
from maillon.referrals.models import Step
from maillon.referrals.refusals import NotAllowed
from maillon.referrals.rights import Ability


@may_report
@require_http_methods(["GET", "POST"])
def refuse(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """With a reason from the list, and what else may be tried."""
    step = found_step(request, step_id, Ability.REFUSE)
    form = RefuseForm(posted(request), minor=step.referral.minor)

    def act() -> None:
        reason, words = RefusalReason(form.cleaned_data["reason"]), form.cleaned_data["words"]
        services.refuse(step_id=step.pk, reason=reason, words=words, by=request.membership, at=clock.now())

    return _acted(request, step, form, act, "refusee", "pro/referrals/refuse.html")


@may_report
@require_http_methods(["GET", "POST"])
def appoint(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Sets an appointment, or moves it."""
    step = found_step(request, step_id, Ability.APPOINT)
    form = AppointForm(posted(request))

    def act() -> None:
        given = form.cleaned_data
        services.appoint(
            step_id=step.pk,
            starts_at=form.starts_at,
            minutes=given["minutes"],
            joint=given["joint"],
            by=request.membership,
            at=clock.now(),
        )

    return _acted(request, step, form, act, "rendez-vous", "pro/referrals/appoint.html")


@may_report
@require_http_methods(["GET", "POST"])
def finish(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """Ends it with an outcome."""
    step = found_step(request, step_id, Ability.FINISH)
    form = FinishForm(posted(request), minor=step.referral.minor)

    def act() -> None:
        outcome, words = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["words"]
        services.finish(step_id=step.pk, outcome=outcome, words=words, by=request.membership, at=clock.now())

    return _acted(request, step, form, act, "terminee", "pro/referrals/finish.html")


@may_report
@require_GET
def calendar(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """The appointment for a calendar, in neutral words: for the service, and for who refers."""
    step = found_step(request, step_id)
    if step.appointment_at is None:
        raise Http404
    file = calendar_file(step, at=clock.now())
    headers = {"Content-Disposition": 'attachment; filename="rendez-vous.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def _acted(
    request: MemberRequest, step: Step, form: forms.Form, act: Callable[[], None], done: str, template: str
) -> HttpResponse:
    if form.is_valid():
        try:
            act()
            return back(place_of(step, request.membership), done)
        except NotAllowed:
            raise Http404 from None
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
    context = {"step": step, "form": form, "back": place_of(step, request.membership)}
    return render(request, template, context, status=422 if form.errors else 200)
