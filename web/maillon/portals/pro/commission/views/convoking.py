"""The convocation as a letter, for members and for the secretary, from the moment that it went out."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, may_report
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.pro.commission.convocation_document import document
from maillon.portals.pro.commission.finding import found_session


@may_report
@require_GET
def letter(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The PDF. It holds nothing sealed: a day, a place, numbers and rules."""
    session = found_session(request, session_id).session
    if session.convoked_at is None:
        raise Http404
    try:
        content = document(session)
    except PdfUnavailable:
        return render(request, "pro/commission/no_document.html", {"session_id": session.pk}, status=409)
    headers = {"Content-Disposition": f'inline; filename="convocation-{session.number}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
