"""One point: its opinion, who is kept from it, who disagrees."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from maillon.accounts.http import MemberRequest, may_report, reads
from maillon.base import clock
from maillon.commission import selectors, services
from maillon.commission.enums import RecusalReason
from maillon.commission.rights import Ability
from maillon.commission.services import label_of
from maillon.portals.components.posting import posted
from maillon.portals.pro.commission.acting import acted
from maillon.portals.pro.commission.finding import FoundPoint, found_point, to_point
from maillon.portals.pro.commission.forms.advising import DissentForm, OpinionForm, RecuseForm
from maillon.portals.pro.commission.shown import cited, point_line, seat_lines
from maillon.portals.pro.commission.words import DONE
from maillon.protection.rights import Ability as SheetAbility
from maillon.protection.rights import on_sheet


@may_report
@require_GET
def point(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """What is known in clear, and what may be done. Nothing sealed is opened."""
    found = found_point(request, item_id)
    item, place = found.item, found.place
    context = {
        "item": item,
        "line": next(point_line(one) for one in selectors.agenda(item.session) if one.pk == item.pk),
        "opinion": getattr(item, "opinion", None),
        "can": found.can,
        "unpledged": place is not None and place.mandate.pledged_at is None and not item.topic,
        "kept_sheet": item.sheet is not None and SheetAbility.SEE in on_sheet(request.membership, item.sheet),
        "kept_out": place is not None and place.standing(item).recused,
        "done": DONE.get(request.GET.get("fait", ""), ""),
    }
    return render(request, "pro/commission/point.html", context)


@reads
@require_http_methods(["GET", "POST"])
def opinion(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """Agreed, or voted."""
    found, at = found_point(request, item_id, Ability.OPINE), clock.now()
    form = OpinionForm(posted(request))
    table, kept = selectors.table_of(found.item.session), selectors.recused_from(found.item.pk)

    def act() -> None:
        services.give_opinion(
            item_id=item_id,
            advice=form.advice,
            words=form.cleaned_data["words"],
            by=request.membership,
            at=at,
        )

    said = _("Voix sur ce point, pouvoirs compris : %(voices)d. À voix égales, la présidence décide (%(article)s).")
    lead = said % {"voices": table.voices(kept), "article": cited("casting_vote", at)}
    return _acted(request, found, form, act, "avis", _("Noter l’avis"), _("Noter l’avis"), lead)


@may_report
@require_http_methods(["GET", "POST"])
def recuse(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """A member says that she has an interest, or the secretary notes it of a seat."""
    found, at = found_point(request, item_id, Ability.RECUSE, Ability.NOTE_RECUSAL), clock.now()
    place, own = found.place, Ability.NOTE_RECUSAL not in found.abilities
    form = RecuseForm(posted(request), lines=seat_lines(found.item.session, at), own=own)

    def act() -> None:
        given = form.cleaned_data
        services.recuse(
            item_id=item_id,
            seat_id=place.mandate.seat_id if own and place else UUID(given["seat"]),
            reason=RecusalReason(given["reason"]),
            by=request.membership,
            at=at,
        )

    said = _("Qui se retire n’a ni voix ni dossier sur ce point, et on ne revient pas dessus (%s).")
    lead = said % cited("personal_interest", at)
    heading, label = (
        (_("Me retirer de ce point"), _("Me retirer")) if own else (_("Noter un retrait"), _("Noter le retrait"))
    )
    return _acted(request, found, form, act, "deport", heading, label, lead)


@may_report
@require_http_methods(["GET", "POST"])
def dissent(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """A disagreement for the minutes."""
    found, at = found_point(request, item_id, Ability.DISSENT), clock.now()
    form = DissentForm(posted(request))

    def act() -> None:
        services.dissent(item_id=item_id, words=form.cleaned_data["words"], by=request.membership, at=at)

    lead = _("Votre désaccord est mentionné au procès-verbal, à votre nom (%s).") % cited("minutes", at)
    heading = _("Faire mentionner mon désaccord")
    return _acted(request, found, form, act, "desaccord", heading, _("Le faire mentionner"), lead)


def _acted(
    request: MemberRequest, found: FoundPoint, form: Any, act: Any, done: str, heading: str, label: str, lead: str
) -> HttpResponse:
    item = found.item
    context = {
        "session": item.session,
        "about": label_of(item),
        "heading": heading,
        "lead": lead,
        "label": label,
        "back": reverse("pro:commission_point", args=[item.pk]),
    }
    return acted(request, form, act, lambda: to_point(item.pk, done), "pro/commission/form.html", context)
