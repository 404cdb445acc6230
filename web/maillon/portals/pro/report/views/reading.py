"""What the signs of a draft amount to, between the question and the rest of the path."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.rules import route
from maillon.portals.components.guided import step_lines
from maillon.portals.components.readings import shown
from maillon.portals.pro.report.drafting import SentAlready, Writing, open_writing
from maillon.portals.pro.report.path import StepName


@may_report
@require_GET
def reading(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """The reading with its reasons, and one tap away what the situation asks for so far."""
    try:
        writing = open_writing(request, draft_id, clock.now())
    except SentAlready as sent:
        return redirect("pro:sent_receipt", report_id=sent.report.id)
    if writing.content.age is None:
        return redirect("pro:report_step", draft_id=draft_id, step=StepName.AGE.value)
    return render(request, "pro/report/reading.html", _context(writing))


def _context(writing: Writing) -> dict[str, object]:
    book, reporter, content = rulebook.load(), writing.reporter, writing.content
    guidance = route(content.facts(reporter.statuses), book, reporter.on)
    return {
        "draft": writing.draft,
        "reading": shown(reporter.reading(content), book, minor=content.minor),
        "steps": step_lines(guidance.steps, reporter.on),
        "following": writing.after(StepName.SIGNS),
        "signs": StepName.SIGNS,
    }
