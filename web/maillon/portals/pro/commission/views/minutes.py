"""Minutes: read over by the secretary, drawn once, then read by who sits at such meetings."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.commission import services
from maillon.commission.rights import Ability
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.pro.commission.acting import refused
from maillon.portals.pro.commission.finding import found_session, to_session
from maillon.portals.pro.commission.minutes_document import document


@reads
@require_http_methods(["GET", "POST"])
def draw(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """What they will say; the button draws and seals them for good."""
    found, at = found_session(request, session_id, Ability.MINUTE), clock.now()
    who: dict[str, Any] = {"by": request.membership, "keyring": request.keyring, "at": at}
    try:
        with refused():
            if request.method == "POST":
                services.draw_minutes(session_id=found.session.pk, draw=document, **who)
                return to_session(found.session.pk, "proces-verbal")
            minutes = services.look_at_minutes(session_id=found.session.pk, **who)
    except Refusal as refusal:
        return _instead(request, found.session.pk, refusal.message)
    except PdfUnavailable:
        return _instead(request, found.session.pk, None)
    return render(request, "pro/commission/minutes.html", {"session": found.session, "minutes": minutes})


@may_report
@require_POST
def read(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The sealed document. A POST, since it opens what is sealed; the file name says nothing."""
    found = found_session(request, session_id, Ability.READ_MINUTES)
    try:
        with refused():
            content = services.read_minutes(
                session_id=found.session.pk, by=request.membership, keyring=request.keyring, at=clock.now()
            )
    except Refusal as refusal:
        return _instead(request, found.session.pk, refusal.message)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="document.pdf"'
    return response


def _instead(request: MemberRequest, session_id: UUID, message: object) -> HttpResponse:
    """Why there is no document, and the way back."""
    context = {"session_id": session_id, "refusal": message}
    return render(request, "pro/commission/no_document.html", context, status=409)
