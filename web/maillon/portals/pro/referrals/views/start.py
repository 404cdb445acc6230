"""The beginning of a referral, taking a draft up again, and throwing one away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.guidance.enums import AgeClass
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.drafting import SentAlready, begin, open_writing
from maillon.portals.pro.referrals.path import StepName, Stop
from maillon.referrals import services
from maillon.reports import selectors as reports
from maillon.reports.models import Report
from maillon.reports.rights import Ability, on_report, on_transmission


@may_report
@require_http_methods(["GET", "POST"])
def start(request: MemberRequest) -> HttpResponse:
    """What a referral is; a POST begins one. Nothing is stored before."""
    if request.method == "GET":
        return render(request, "pro/referrals/start.html", {"action": request.path})
    return _begun(request, Answers())


@may_report
@require_http_methods(["GET", "POST"])
def from_report(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """The same from a report that one may read: its commune and whether she is a minor are known."""
    report = _readable(request, report_id)
    if request.method == "GET":
        return render(request, "pro/referrals/start.html", {"report": report, "action": request.path})
    known = (Stop(StepName.COMMUNE).slug, Stop(StepName.AGE).slug)
    minor = report.facts.get("age") != AgeClass.ADULT
    return _begun(request, Answers(report=str(report.pk), commune=report.commune_id, minor=minor, answered=known))


def _readable(request: MemberRequest, report_id: UUID) -> Report:
    report = reports.report(report_id)
    if report is None:
        raise Http404
    received = report.transmissions.select_related("report").filter(recipient_id=request.membership.organisation_id)
    if Ability.READ_CONTENT in on_report(request.membership, report):
        return report
    if any(Ability.READ_CONTENT in on_transmission(request.membership, item) for item in received):
        return report
    raise Http404


def _begun(request: MemberRequest, answers: Answers) -> HttpResponse:
    writing = begin(answers, request.membership, clock.now())
    return redirect("pro:referral_step", draft_id=writing.draft_id, step=StepName.NEEDS.value)


@may_report
@require_GET
def resume(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Leads to the first open question of a draft, or to its review."""
    try:
        stop = open_writing(request, draft_id).first_open()
    except SentAlready as sent:
        return redirect("pro:referral_sent", referral_id=sent.referral.id)
    if stop is None:
        return redirect("pro:referral_review", draft_id=draft_id)
    return redirect("pro:referral_step", draft_id=draft_id, step=stop.slug)


@may_report
@require_http_methods(["GET", "POST"])
def discard(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Destroys a draft with its keys, after asking."""
    try:
        writing = open_writing(request, draft_id)
    except SentAlready as sent:
        return redirect("pro:referral_sent", referral_id=sent.referral.id)
    if request.method == "POST":
        services.discard_draft(draft_id=draft_id, by=request.membership)
        return redirect("pro:referrals")
    context = {"action": reverse("pro:referral_discard", args=[writing.draft_id]), "keep": reverse("pro:referrals")}
    return render(request, "pro/discard.html", context)
