"""The commission's home, one meeting, and what became of opinions."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.commission import selectors
from maillon.commission.enums import Kind
from maillon.commission.models import Commission, Session
from maillon.commission.rights import Ability, is_secretary, may_found, on_commission
from maillon.commission.rules import may_attend
from maillon.portals.pro.commission.finding import Found, found_session, own_commission
from maillon.portals.pro.commission.shown import cited, point_line, seat_lines, session_facts, tone
from maillon.portals.pro.commission.words import DONE

_PER_PAGE = 25


@may_report
@require_GET
def home(request: MemberRequest) -> HttpResponse:
    """The meetings that she keeps, and those that she sits at; a lead of a préfecture without one can set it up."""
    membership, at = request.membership, clock.now()
    mandates = selectors.seated_mandates(membership, at)
    kept = selectors.commission_of(membership.organisation_id)
    context: dict[str, Any] = {
        "can_found": kept is None and may_found(membership),
        "seated": [
            {
                "label": mandate.seat.in_quality.label,
                "prefecture": mandate.seat.commission.prefecture.name,
                "rows": _rows(selectors.sessions_for_seat(mandate)[:_PER_PAGE]),
            }
            for mandate in mandates
        ],
        "convocations": selectors.convocations(mandates, at),
        "done": DONE.get(request.GET.get("fait", ""), ""),
    }
    if kept is not None and is_secretary(membership, kept):
        page = Paginator(selectors.sessions_of(kept), _PER_PAGE).get_page(request.GET.get("page"))
        context |= {"commission": kept, "page": page, "rows": _rows(page.object_list), **_year(kept)}
        context["can_name"] = Ability.NAME in on_commission(membership, kept, None)
        context["waiting"] = selectors.ready_requests(kept).count()
        context["sheets"] = selectors.new_sheets(kept).count()
    return render(request, "pro/commission/home.html", context)


def _rows(sessions: Any) -> list[dict[str, Any]]:
    return [{"session": session, "tone": tone(session)} for session in sessions]


def _year(commission: Commission) -> dict[str, Any]:
    at = clock.now()
    today = timezone.localdate(at)
    return {
        "year": selectors.policy_year_of(commission, today),
        "missed": selectors.missed_policy(commission, today),
        "policy_source": cited("policy_meetings", at),
    }


@may_report
@require_GET
def session(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """One meeting: what it is about, who sits, what is to be done. Nothing sealed is opened."""
    found, at = found_session(request, session_id), clock.now()
    context = {
        "session": found.session,
        "tone": tone(found.session),
        "facts": session_facts(found.session, at),
        "points": [point_line(item) for item in selectors.agenda(found.session)],
        "seats": seat_lines(found.session, at),
        "proxies": list(selectors.proxies_of(found.session)),
        "own_seat": found.place.mandate.seat_id if found.place else None,
        "quorum": selectors.table_of(found.session).quorum(),
        "quorum_source": cited("quorum", at),
        "can": found.can,
        "is_today": timezone.localdate(found.session.held_at) == timezone.localdate(at),
        "done": DONE.get(request.GET.get("fait", ""), ""),
        **_of_secretary(request.membership, found),
    }
    return render(request, "pro/commission/session.html", context)


def _of_secretary(membership: Membership, found: Found) -> dict[str, Any]:
    """Who has still to undertake secrecy: without it no file opens, and the secretary has to remind them."""
    session: Session = found.session
    if not is_secretary(membership, session.commission):
        return {"secretary": False}
    held_on = timezone.localdate(session.held_at)
    return {
        "secretary": True,
        "unpledged": [
            mandate
            for mandate in selectors.mandates_on(session.commission_id, held_on).filter(pledged_at=None)
            if session.ended_at is None
            and session.kind != Kind.POLICY
            and may_attend(mandate.seat.in_quality, Kind(session.kind))
        ],
    }


@reads
@require_GET
def follow_up(request: MemberRequest) -> HttpResponse:
    """What the préfet decided on each opinion. No countdown: no text that was read dates his decision."""
    commission = own_commission(request)
    page = Paginator(selectors.follow_up(commission), _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "pro/commission/follow_up.html", {"page": page, "rows": list(page.object_list)})
