"""What is hers: to have it read, printed in plain words, taken along as a file, corrected, erased."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.selectors import is_demo
from maillon.cases import services
from maillon.cases.content import OpenedCase
from maillon.cases.enums import EntryKind, Reading
from maillon.cases.facts import retention
from maillon.cases.models import Case, Certificate, Correction
from maillon.cases.plain import plain_timeline
from maillon.cases.refusals import Erased, NotAllowed
from maillon.cases.rights import Ability
from maillon.portals.components.pdf import PdfUnavailable
from maillon.portals.components.pdf import render as drawn
from maillon.portals.pro.cases.finding import follows, found_case
from maillon.portals.pro.cases.page import around
from maillon.vault.refusals import CannotOpen


@reads
@follows
@require_GET
def rights(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """What she may ask for, what she asked, and until when it is kept. Nothing is opened."""
    case = found_case(request, case_id)
    corrections = Correction.objects.filter(entry__case=case).select_related("entry").order_by("-entry__written_at")
    context = {
        **around(request, case, "case_rights"),
        "corrections": corrections,
        "certificates": Certificate.objects.filter(case_id=case.pk).order_by("-destroyed_at"),
        "months": retention().whole.months,
    }
    return render(request, "pro/cases/rights.html", context)


@reads
@follows
@require_GET
def plain(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """Everything in plain words, to be read to her. Journalled as opened because she asks."""
    case = found_case(request, case_id, Ability.EXPORT)
    try:
        opened = _all_of(request, case)
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    context = {**around(request, case, "case_rights"), "opened": opened, "lines": plain_timeline(opened)}
    return render(request, "pro/cases/plain.html", context)


@reads
@follows
@require_POST
def plain_pdf(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """The same as a PDF/UA to hand to her, in French; a page to print where the machine can't draw one."""
    case = found_case(request, case_id, Ability.EXPORT)
    try:
        opened = _all_of(request, case)
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    with translation.override("fr"):
        context = {"case": case, "opened": opened, "lines": plain_timeline(opened), "is_demo": is_demo()}
        html = render_to_string("pro/cases/letters/plain.html", {**context, "now": clock.now()})
    return _document(html)


@reads
@follows
@require_POST
def htcds(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """The case as a file of HTCDS 2.0."""
    case = found_case(request, case_id, Ability.EXPORT)
    try:
        content = services.export_htcds(
            case_id=case.pk,
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
            reason=Reading.PERSON_ASKS,
        )
    except (NotAllowed, Erased):
        raise Http404 from None
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    headers = {"Content-Disposition": 'attachment; filename="htcds.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


@reads
@follows
@require_GET
def certificate(request: MemberRequest, case_id: UUID, certificate_id: UUID) -> HttpResponse:
    """The proof that something was destroyed, as a PDF; holds nothing of hers."""
    case = found_case(request, case_id)
    found = Certificate.objects.filter(pk=certificate_id, case_id=case.pk).select_related("organisation").first()
    if found is None:
        raise Http404
    context = {"certificate": found, "digest": bytes(found.digest).hex(), "is_demo": is_demo()}
    with translation.override("fr"):
        return _document(render_to_string("pro/cases/letters/certificate.html", context))


def _all_of(request: MemberRequest, case: Case) -> OpenedCase:
    try:
        return services.read_case(
            case_id=case.pk,
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
            reason=Reading.PERSON_ASKS,
            kinds=set(EntryKind),
            limit=None,
        )
    except (NotAllowed, Erased):
        raise Http404 from None


def _document(html: str) -> HttpResponse:
    """The document as PDF, or as a page to print where the machine can't draw PDF. The file name says nothing."""
    try:
        content = drawn(html)
    except PdfUnavailable:
        return HttpResponse(html)
    headers = {"Content-Disposition": 'inline; filename="document.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
