"""The file, and the statement that she signs, as PDF/UA: made on the reader's screen and kept nowhere."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render as shown
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.http import require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.exits.documents import request_document, sworn_statement
from maillon.exits.enums import Reading
from maillon.exits.rights import Ability
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.portals.components.pdf import PdfUnavailable, render
from maillon.portals.pro.exits.finding import found_request
from maillon.portals.pro.exits.views.file import opened_file
from maillon.vault.refusals import CannotOpen

_FILE, _STATEMENT = "dossier", "attestation"


@reads
@require_POST
def document(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The whole file. A POST, since it opens what is sealed."""
    return _printed(request, request_id, _FILE)


@reads
@require_POST
def statement(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """The sworn statement, to be read with her and signed on paper."""
    return _printed(request, request_id, _STATEMENT)


def _printed(request: MemberRequest, request_id: UUID, what: str) -> HttpResponse:
    found, at = found_request(request, request_id, Ability.READ), clock.now()
    on = timezone.localdate(at)
    try:
        with transaction.atomic():
            file = opened_file(request, found, Reading.PRINTING)
            record(
                by=request.membership,
                at=at,
                action=Action.LETTER_MADE,
                subject_kind="exit_request",
                subject_id=found.pk,
                reason=what,
            )
    except CannotOpen:
        return shown(request, "pro/exits/keyless.html")
    made = request_document(found, file, on=on) if what == _FILE else sworn_statement(found.path, file, on=on)
    with translation.override("fr"):
        html = render_to_string(f"pro/exits/papers/{what}.html", {"paper": made, "is_demo": is_demo()})
    return _answer(html)


def _answer(html: str) -> HttpResponse:
    """The document as PDF, or as a page to print where the machine can't draw PDF. The file name says nothing."""
    try:
        drawn = render(html)
    except PdfUnavailable:
        return HttpResponse(html)
    headers = {"Content-Disposition": 'inline; filename="document.pdf"'}
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)
