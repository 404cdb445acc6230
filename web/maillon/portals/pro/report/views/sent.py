"""What one has sent: the list, each report with where it stands, its receipt, and reading it again."""

from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.portals.components.guided import urgent_numbers
from maillon.portals.pro.report.drafting import reporter_of
from maillon.portals.pro.report.following import followed, letters_of
from maillon.portals.pro.report.path import StepName
from maillon.portals.pro.report.summary import summary
from maillon.reports import selectors, services
from maillon.reports.models import Report
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, on_report

_PER_PAGE = 20
# Stands in the journal beside each reading by the author.
_REASON = "author"


@may_report
@require_GET
def reports(request: MemberRequest) -> HttpResponse:
    """The member's reports, newest first."""
    page = Paginator(selectors.sent_by(request.membership), _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "pro/report/sent.html", {"page": page})


@may_report
@require_GET
def report(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """Where one report stands at each recipient, and what is left to do oneself."""
    found, at = own_report(request, report_id), clock.now()
    return render(request, "pro/report/sent_report.html", _context(request, found, at))


@may_report
@require_GET
def receipt(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """What is shown right after sending."""
    found, at = own_report(request, report_id), clock.now()
    context = _context(request, found, at)
    context["numbers"] = urgent_numbers(timezone.localdate(at)) if found.facts.get("danger") else ()
    return render(request, "pro/report/receipt.html", context)


def _context(request: MemberRequest, found: Report, at: datetime) -> dict[str, object]:
    return {
        "report": found,
        "followed": followed(found, request.membership, at),
        "letters": letters_of(found, request.membership),
    }


@may_report
@require_GET
def content(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """Opens what the member sent, all but the traces. Each opening stands in the journal."""
    found, at = own_report(request, report_id), clock.now()
    opened = services.open_own_report(
        report=found, by=request.membership, keyring=request.keyring, at=at, reason=_REASON
    )
    reporter = reporter_of(request.membership, at)
    lines = summary(opened.content.changed(identity=opened.identity, answered=tuple(StepName)), reporter)
    return render(request, "pro/report/sent_content.html", {"report": found, "lines": lines})


@may_report
@require_POST
def mark(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """Says that a step was done, or takes that back."""
    found = own_report(request, report_id)
    try:
        services.mark_step(
            report=found,
            code=request.POST.get("step", ""),
            done=request.POST.get("done") == "yes",
            by=request.membership,
            at=clock.now(),
        )
    except NotAllowed:
        raise Http404 from None
    return redirect("pro:sent_receipt" if "receipt" in request.POST else "pro:sent_report", report_id=report_id)


def own_report(request: MemberRequest, report_id: UUID) -> Report:
    """The member's own report. Raises Http404 for anybody else's: an outsider learns nothing."""
    found = selectors.report(report_id)
    if found is None or Ability.SEE not in on_report(request.membership, found):
        raise Http404
    return found
