"""Coordination sheets: written and submitted by the council, kept by the commission's secretariat."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.commission.selectors import meetings_about
from maillon.portals.components.posting import posted
from maillon.portals.pro.protection.asking import Question, ask
from maillon.portals.pro.protection.finding import found, found_sheet
from maillon.portals.pro.protection.forms.assessing import OpenForm, SheetForm
from maillon.portals.pro.protection.openings import give_reason, reason_for
from maillon.portals.pro.protection.shown import law
from maillon.portals.pro.protection.words import DONE
from maillon.protection import selectors, services
from maillon.protection.enums import Reading
from maillon.protection.models import PathSheet
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability, may_assess, on_sheet, receives_sheets
from maillon.vault.refusals import CannotOpen

_QUESTION = Question(
    title=_("Écrire une fiche de coordination"),
    button=_("Enregistrer la fiche"),
    intro=_("Des faits sans nom, pour la réunion de la commission qui coordonne les parcours de mineurs."),
    facts=("minors_meeting",),
)


@reads
@require_GET
def sheets(request: MemberRequest) -> HttpResponse:
    """Those of the council, or those that came to the secretariat."""
    membership = request.membership
    if not (may_assess(membership) or receives_sheets(membership)):
        raise Http404
    context = {
        "sheets": selectors.sheets_of(membership),
        "law": law("minors_meeting", timezone.localdate(clock.now())),
        "assesses": may_assess(membership),
    }
    return render(request, "pro/protection/sheets.html", context)


@reads
@require_http_methods(["GET", "POST"])
def write(request: MemberRequest, assessment_id: UUID) -> HttpResponse:
    """A new sheet; what names somebody is refused."""
    assessment, form = found(request, assessment_id, Ability.WRITE_SHEET), SheetForm(posted(request))

    def act() -> HttpResponse:
        made = services.write_sheet(
            assessment_id=assessment.pk,
            content=form.content,
            by=request.membership,
            keyring=request.keyring,
            at=clock.now(),
        )
        return _back(made, "fiche")

    return ask(request, _QUESTION, form, act, assessment=assessment)


@reads
@require_GET
def sheet(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """One of them, without opening it."""
    return _page(request, found_sheet(request, sheet_id), done=request.GET.get("fait", ""))


@reads
@require_POST
def open_it(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """Takes the reason for opening."""
    one, form = found_sheet(request, sheet_id, Ability.READ), OpenForm(request.POST)
    if not form.is_valid():
        return _page(request, one, opening=form)
    give_reason(request, one.pk, Reading(form.cleaned_data["reason"]))
    return redirect("pro:path_sheet_content", sheet_id=one.pk)


@reads
@require_GET
def content(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """What it says."""
    one = found_sheet(request, sheet_id, Ability.READ)
    reason = reason_for(request, one.pk)
    if reason is None:
        return redirect("pro:path_sheet", sheet_id=one.pk)
    try:
        told = services.open_sheet(
            sheet_id=one.pk, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
        )
    except CannotOpen:
        return render(request, "pro/protection/keyless.html")
    except NotAllowed:
        raise Http404 from None
    return render(request, "pro/protection/sheet_content.html", {"sheet": one, "told": told})


@reads
@require_POST
def submit(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """To the secretariat of the département's commission."""
    one = found_sheet(request, sheet_id, Ability.SUBMIT)
    try:
        services.submit_sheet(sheet_id=one.pk, by=request.membership, keyring=request.keyring, at=clock.now())
    except CannotOpen:
        return render(request, "pro/protection/keyless.html")
    except NotAllowed:
        raise Http404 from None
    except Refusal as refusal:
        return _page(request, found_sheet(request, sheet_id), refusal=refusal)
    return _back(one, "transmise")


@reads
@require_http_methods(["GET", "POST"])
def withdraw(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """Says what follows, then destroys its content."""
    one = found_sheet(request, sheet_id, Ability.WITHDRAW)
    if request.method == "GET":
        return render(request, "pro/protection/sheet_withdraw.html", {"sheet": one})
    try:
        services.withdraw_sheet(sheet_id=one.pk, by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    return _back(one, "retiree")


def _page(
    request: MemberRequest,
    one: PathSheet,
    *,
    done: str = "",
    opening: OpenForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    abilities = on_sheet(request.membership, one)
    asked = Ability.READ in abilities and reason_for(request, one.pk) is None
    context = {
        "sheet": one,
        "can": {ability.value: True for ability in abilities},
        "assesses": may_assess(request.membership),
        "opening": opening or (OpenForm() if asked else None),
        "done": DONE.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "showings": one.showings.values("membership").distinct().count(),
        "meetings": meetings_about(one),
    }
    status = 409 if refusal else 422 if opening else 200
    return render(request, "pro/protection/sheet.html", context, status=status)


def _back(one: PathSheet, done: str) -> HttpResponse:
    return redirect(f"{reverse('pro:path_sheet', args=[one.pk])}?fait={done}")
