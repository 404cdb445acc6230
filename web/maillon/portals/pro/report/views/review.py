"""What the law says about these answers, who would receive them, and sending."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.guidance import rulebook
from maillon.portals.components.guided import step_lines
from maillon.portals.components.posting import version_in
from maillon.portals.components.readings import shown
from maillon.portals.pro.report.drafting import SentAlready, Writing, open_writing
from maillon.portals.pro.report.recipients import SendForm, delivery
from maillon.portals.pro.report.summary import summary
from maillon.reports import services
from maillon.reports.proposals import propose
from maillon.reports.refusals import DraftMovedOn, NotAllowed


@may_report
@require_GET
def review(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Everything before sending, on one page."""
    at = clock.now()
    try:
        return _review(request, open_writing(request, draft_id, at))
    except SentAlready as sent:
        return redirect("pro:sent_receipt", report_id=sent.report.id)


@may_report
@require_POST
def send(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Sends the draft, once however often it is asked for. A refusal shows the review again, with the same ticks."""
    at, ticked = clock.now(), request.POST.getlist("chosen")
    try:
        report = services.submit(
            draft_id=draft_id,
            seen_version=version_in(request.POST),
            chosen=_ids(ticked),
            by=request.membership,
            keyring=request.keyring,
            at=at,
        )
    except NotAllowed:
        raise Http404 from None
    except Refusal as refusal:
        return _refused(request, draft_id, refusal, ticked, at)
    return redirect("pro:sent_receipt", report_id=report.id)


def _refused(
    request: MemberRequest, draft_id: UUID, refusal: Refusal, ticked: Collection[str], at: datetime
) -> HttpResponse:
    status = 409 if isinstance(refusal, DraftMovedOn) else 422
    writing = open_writing(request, draft_id, at)
    return _review(request, writing, ticked=ticked, refusal=str(refusal.message), status=status)


def _review(
    request: MemberRequest,
    writing: Writing,
    *,
    ticked: Collection[str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    lines = summary(writing.content, writing.reporter)
    missing = [line for line in lines if line.missing]
    context = {"draft": writing.draft, "lines": lines, "missing": missing, "refusal": refusal}
    if not missing:
        proposal = propose(writing.content, writing.reporter.membership, on=writing.reporter.on)
        sending = delivery(proposal, writing)
        context |= {
            "steps": step_lines(proposal.guidance.steps, writing.reporter.on),
            "reading": shown(writing.reporter.reading(writing.content), rulebook.load(), minor=writing.content.minor),
            "delivery": sending,
            "form": SendForm(sending.optional, ticked) if sending.optional else None,
        }
    return render(request, "pro/report/review.html", context, status=status)


def _ids(ticked: Collection[str]) -> set[UUID]:
    try:
        return {UUID(value) for value in ticked}
    except ValueError:
        # Not something that the page sent.
        raise Http404 from None
