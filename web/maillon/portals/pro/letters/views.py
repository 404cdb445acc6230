"""Letters for the post and the receipt, made on the reader's screen and kept nowhere."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.base import clock
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.portals.components.pdf import PdfUnavailable, render
from maillon.portals.pro.letters.documents import kinds_for, letter, letter_html, receipt_html
from maillon.reports import selectors
from maillon.reports.letters import LetterKind
from maillon.reports.models import Report
from maillon.reports.rights import Ability, on_report, on_transmission
from maillon.reports.services import OpenedReport, open_own_report, open_transmission

_REASON = "letter"


@may_report
@require_POST
def own_letter(request: MemberRequest, report_id: UUID, kind: LetterKind) -> HttpResponse:
    """A letter about a report that the signed-in member sent. A POST, since it opens what is sealed."""
    report = selectors.report(report_id)
    if report is None or Ability.PRINT_LETTER not in on_report(request.membership, report):
        raise Http404
    _check_kind(request, report, kind)
    at = clock.now()
    with transaction.atomic():
        opened = open_own_report(report=report, by=request.membership, keyring=request.keyring, at=at, reason=_REASON)
        return _letter(request, report, opened, kind, at)


@reads
@require_POST
def received_letter(request: MemberRequest, transmission_id: UUID, kind: LetterKind) -> HttpResponse:
    """A letter about a report that the signed-in member's organisation received."""
    transmission = selectors.transmission(transmission_id)
    if transmission is None or Ability.PRINT_LETTER not in on_transmission(request.membership, transmission):
        raise Http404
    _check_kind(request, transmission.report, kind)
    at = clock.now()
    with transaction.atomic():
        _found, opened = open_transmission(
            transmission_id=transmission_id, by=request.membership, keyring=request.keyring, at=at, reason=_REASON
        )
        return _letter(request, transmission.report, opened, kind, at)


def _check_kind(request: MemberRequest, report: Report, kind: LetterKind) -> None:
    if kind not in kinds_for(request.membership, report.facts):
        raise Http404


def _letter(
    request: MemberRequest, report: Report, opened: OpenedReport, kind: LetterKind, at: datetime
) -> HttpResponse:
    record(
        by=request.membership,
        at=at,
        action=Action.LETTER_MADE,
        subject_kind="report",
        subject_id=report.id,
        reason=kind.value,
    )
    written = letter(kind, report, opened, by=request.membership, on=timezone.localdate(at))
    return _answer(letter_html(written))


@may_report
@require_GET
def receipt(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """The proof of filing of a report that the signed-in member sent; holds nothing that was sealed."""
    report = selectors.report(report_id)
    if report is None or Ability.SEE not in on_report(request.membership, report):
        raise Http404
    return _answer(receipt_html(report))


def _answer(html: str) -> HttpResponse:
    """The document as PDF, or as a page to print where the machine can't draw PDF. The file name says nothing."""
    try:
        content = render(html)
    except PdfUnavailable:
        return HttpResponse(html)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="document.pdf"'
    return response
