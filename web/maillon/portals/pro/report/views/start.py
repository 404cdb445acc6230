"""The beginning of a report, taking a draft up again, and throwing one away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.components.guided import urgent_numbers
from maillon.portals.pro.report.drafting import SentAlready, open_writing
from maillon.portals.pro.report.path import StepName
from maillon.reports import services
from maillon.reports.content import ReportContent
from maillon.reports.refusals import NotAllowed


@may_report
@require_http_methods(["GET", "POST"])
def start(request: MemberRequest) -> HttpResponse:
    """Asks about danger before anything else, and stores nothing until that is answered (R-1)."""
    if request.method == "POST":
        content = ReportContent(danger=request.POST.get("danger") == "yes", answered=(StepName.DANGER.value,))
        draft = services.save_draft(content=content, by=request.membership, at=clock.now())
        return redirect("pro:report_step", draft_id=draft.id, step=StepName.ORIGIN.value)
    return render(request, "pro/report/start.html")


@may_report
@require_GET
def emergency(request: MemberRequest) -> HttpResponse:
    """The numbers to call now; going on comes after."""
    return render(request, "pro/report/emergency.html", {"numbers": urgent_numbers(timezone.localdate(clock.now()))})


@may_report
@require_GET
def resume(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Leads to the first open question of a draft, or to its review."""
    try:
        writing = open_writing(request, draft_id, clock.now())
    except SentAlready as sent:
        return redirect("pro:sent_receipt", report_id=sent.report.id)
    step = writing.first_open()
    if step is None:
        return redirect("pro:report_review", draft_id=draft_id)
    return redirect("pro:report_step", draft_id=draft_id, step=step.value)


@may_report
@require_http_methods(["GET", "POST"])
def discard(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Destroys a draft with its keys, after asking."""
    if request.method == "POST":
        try:
            services.discard_draft(draft_id=draft_id, by=request.membership)
        except NotAllowed:
            raise Http404 from None
        return redirect("pro:home")
    try:
        writing = open_writing(request, draft_id, clock.now())
    except SentAlready as sent:
        return redirect("pro:sent_receipt", report_id=sent.report.id)
    context = {"action": reverse("pro:report_discard", args=[writing.draft.id]), "keep": reverse("pro:home")}
    return render(request, "pro/discard.html", context)
