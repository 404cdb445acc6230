"""A file or a sheet in session: the undertaking of secrecy, then its pages, each showing journalled and marked."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts.http import MemberRequest, may_report
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.commission import services
from maillon.commission.rights import Ability
from maillon.commission.services import brought_by, label_of
from maillon.portals.pro.commission.acting import refused
from maillon.portals.pro.commission.finding import FoundPoint, found_point, found_session, to_session
from maillon.portals.pro.commission.papers import sections


@may_report
@require_POST
def pledge(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """She undertakes to keep secret what she reads."""
    found = found_session(request, session_id, Ability.PLEDGE)
    if found.place is None:
        raise Http404
    with refused():
        services.pledge(mandate_id=found.place.mandate.pk, by=request.membership, at=clock.now())
    return to_session(found.session.pk, "engagement")


@may_report
@require_GET
@never_cache
def read(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """The file of a request, while the meeting is open, with who reads it and when across each page."""
    found = found_point(request, item_id, Ability.OPEN_FILE)
    try:
        with refused():
            opened = services.open_file(
                item_id=found.item.pk, by=request.membership, keyring=request.keyring, at=clock.now()
            )
    except Refusal as refusal:
        return _shut(request, found, refusal)
    context = {
        "item": found.item,
        "label": label_of(found.item),
        "association": found.item.request.path.association if found.item.request else None,
        "opened": opened,
        "sections": sections(opened.papers),
    }
    return render(request, "pro/commission/file.html", context)


@may_report
@require_GET
@never_cache
def sheet(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """A minor's coordination sheet, while the meeting is open, marked as files are."""
    found = found_point(request, item_id, Ability.OPEN_SHEET)
    try:
        with refused():
            opened = services.open_sheet(
                item_id=found.item.pk, by=request.membership, keyring=request.keyring, at=clock.now()
            )
    except Refusal as refusal:
        return _shut(request, found, refusal)
    told = opened.content
    context = {
        "item": found.item,
        "label": label_of(found.item),
        "council": brought_by(found.item),
        "opened": opened,
        "parts": [
            (_("Où en est l’enfant"), told.situation),
            (_("Ce qui est en place"), told.done),
            (_("Ce qui est demandé à la réunion"), told.asked),
        ],
    }
    return render(request, "pro/commission/sheet.html", context)


def _shut(request: MemberRequest, found: FoundPoint, refusal: Refusal) -> HttpResponse:
    context = {
        "item": found.item,
        "refusal": refusal.message,
        "label": label_of(found.item),
        "title": _("Fiche fermée") if found.item.sheet_id else _("Dossier fermé"),
    }
    return render(request, "pro/commission/file_shut.html", context, status=409)
