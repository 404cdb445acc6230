"""A case: its first page, its timeline, a document of it. A reason first; each showing is journalled with it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.cases import services
from maillon.cases.calendars import calendar_file
from maillon.cases.enums import EntryKind, Reading
from maillon.cases.models import Appointment
from maillon.cases.refusals import Erased, NotAllowed
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.finding import follows, found_case, today
from maillon.portals.pro.cases.forms.filters import KindForm
from maillon.portals.pro.cases.forms.opening import OpenForm
from maillon.portals.pro.cases.openings import give_reason, reason_for, reasons_of
from maillon.portals.pro.cases.page import around, case_page
from maillon.portals.pro.cases.paging import PER_PAGE, moment_of, page_of, pdf
from maillon.portals.pro.cases.shown import in_words
from maillon.vault.refusals import CannotOpen


@reads
@follows
@require_GET
def case(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """The first page."""
    return case_page(request, found_case(request, case_id))


@reads
@follows
@require_POST
def open_case(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """Takes the reason, which holds for the session."""
    found = found_case(request, case_id, Ability.READ)
    form = OpenForm(request.POST, reasons=reasons_of(request.membership, found, today()))
    if not form.is_valid():
        return case_page(request, found, opening=form)
    give_reason(request, found.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:case", case_id=found.pk)


@reads
@follows
@require_GET
def timeline(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """Everything that was written, the newest first, a page at a time."""
    found = found_case(request, case_id, Ability.READ)
    reason = reason_for(request, found.pk)
    if reason is None:
        return redirect("pro:case", case_id=found.pk)
    form = KindForm(request.GET)
    try:
        opened = services.read_case(
            case_id=found.pk,
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
            reason=reason,
            kinds=form.kinds(),
            before=moment_of(request.GET.get("avant", "")),
            # One more than is shown tells whether there is another page.
            limit=PER_PAGE + 1,
        )
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    entries, following = page_of(opened.entries)
    context: dict[str, Any] = {
        **around(request, found, "case_timeline"),
        "opened": opened,
        "lines": in_words(entries),
        "following": following,
        "form": form,
        "filtered": bool(form.kinds()),
    }
    return render(request, "pro/cases/timeline.html", context)


@reads
@follows
@require_POST
def document(request: MemberRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """The PDF of a document, to be kept by nobody's cache. A POST, since it opens what is sealed."""
    found = found_case(request, case_id, Ability.READ)
    reason = reason_for(request, found.pk)
    if reason is None:
        return redirect("pro:case", case_id=found.pk)
    if not found.entries.filter(pk=entry_id, kind=EntryKind.DOCUMENT).exists():
        raise Http404
    try:
        content = services.read_document(
            entry_id=entry_id, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
    except (NotAllowed, Erased):
        raise Http404 from None
    except CannotOpen:
        return render(request, "pro/cases/keyless.html")
    return pdf(content)


@reads
@follows
@require_GET
def calendar(request: MemberRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """An appointment for a calendar, in neutral words."""
    found = found_case(request, case_id)
    appointment = Appointment.objects.filter(pk=entry_id, entry__case=found).first()
    if appointment is None:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="rendez-vous.ics"'}
    file = calendar_file(appointment, at=clock.now())
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
