"""What an organisation is asked: the list, silence first, and one request."""

from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from maillon.accounts.enums import Role
from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.portals.pro.referrals.finding import received_step
from maillon.portals.pro.referrals.received_page import received_page
from maillon.portals.pro.referrals.shown import StepLine, needs_words, step_line
from maillon.referrals import selectors
from maillon.referrals.models import Step
from maillon.referrals.rules import FINAL, UNANSWERED

_PER_PAGE = 25


@reads
@require_GET
def received(request: MemberRequest) -> HttpResponse:
    """Escalations for the lead, then what waits for an answer, what is in hand, and what has ended."""
    under_way = [_row(step) for step in selectors.open_steps_of(request.membership)]
    waiting = sorted((row for row in under_way if row["waits"]), key=_pressing)
    led = request.membership.role_enum is Role.LEAD
    ended = selectors.steps_of(request.membership).filter(state__in=FINAL)
    page = Paginator(ended, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "escalated": [row for row in under_way if row["escalated"]] if led else [],
        "waiting": [row for row in waiting if not (led and row["escalated"])],
        "in_hand": [row for row in under_way if not row["waits"] and not (led and row["escalated"])],
        "page": page,
        "ended": [_row(step) for step in page.object_list],
        "now": clock.now(),
    }
    return render(request, "pro/referrals/received.html", context)


@reads
@require_GET
def page(request: MemberRequest, step_id: UUID) -> HttpResponse:
    """One request, without opening it."""
    return received_page(request, received_step(request, step_id), done=request.GET.get("fait", ""))


def _row(step: Step) -> dict[str, object]:
    return {
        "line": step_line(step),
        "step": step,
        "needs": needs_words(step.referral),
        "waits": step.state in UNANSWERED,
        "escalated": step.escalated_at is not None and step.state not in FINAL,
        "reminded": step.reminded_at is not None and step.state not in FINAL,
    }


def _pressing(row: dict[str, object]) -> tuple[bool, bool, datetime]:
    line = row["line"]
    assert isinstance(line, StepLine)
    assert line.due is not None
    return not row["escalated"], not row["reminded"], line.due.at
