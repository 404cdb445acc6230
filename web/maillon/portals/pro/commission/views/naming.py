"""Setting the commission up, its seats, and who is named to them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, leads, reads
from maillon.base import clock
from maillon.commission import selectors, services
from maillon.commission.enums import Rank
from maillon.commission.facts import qualities
from maillon.commission.models import Commission
from maillon.commission.rights import Ability, on_commission
from maillon.portals.components.posting import posted
from maillon.portals.pro.commission.acting import acted, confirmed, refused
from maillon.portals.pro.commission.finding import own_commission, own_mandate, own_seat, to_members
from maillon.portals.pro.commission.forms.naming import EndForm, NameForm, SeatForm
from maillon.portals.pro.commission.shown import seat_line
from maillon.portals.pro.commission.words import DONE


@leads
@require_POST
def found(request: MemberRequest) -> HttpResponse:
    """Sets the commission of this préfecture up."""
    with refused():
        services.found(by=request.membership, at=clock.now())
    return redirect("pro:commission_members")


@reads
@require_GET
def members(request: MemberRequest) -> HttpResponse:
    """The seats and who holds them today."""
    return _members(request, SeatForm(initial={"quality": _unseated(own_commission(request))}))


def _unseated(commission: Commission) -> str:
    """The first quality of the list without a seat: what is most likely added next."""
    taken = set(selectors.seats_of(commission).values_list("quality", flat=True))
    return next((code for code in qualities() if code not in taken), "")


def _members(request: MemberRequest, form: SeatForm) -> HttpResponse:
    commission, on = own_commission(request), timezone.localdate(clock.now())
    mandates = list(selectors.mandates_on(commission.pk, on))
    context = {
        "lines": [seat_line(seat, mandates, on) for seat in selectors.seats_of(commission)],
        "form": form if Ability.NAME in on_commission(request.membership, commission, None) else None,
        "done": DONE.get(request.GET.get("fait", ""), ""),
    }
    return render(request, "pro/commission/members.html", context, status=422 if form.errors else 200)


@leads
@require_POST
def add_seat(request: MemberRequest) -> HttpResponse:
    """A seat in a quality of the list."""
    commission, form = own_commission(request, Ability.NAME), SeatForm(request.POST)
    if not form.is_valid():
        return _members(request, form)
    with refused():
        services.open_seat(
            commission_id=commission.pk,
            quality=form.cleaned_data["quality"],
            by=request.membership,
            at=clock.now(),
        )
    return to_members("siege")


@leads
@require_http_methods(["GET", "POST"])
def end_seat(request: MemberRequest, seat_id: UUID) -> HttpResponse:
    """Takes a seat away."""
    seat = own_seat(request, seat_id)
    context = {
        "title": _("Retirer ce siège ?"),
        "about": seat.in_quality.label,
        "effect": _("Les mandats de ce siège prennent fin aujourd’hui. Les séances passées ne changent pas."),
        "label": _("Retirer le siège"),
        "back": reverse("pro:commission_members"),
    }
    return confirmed(
        request,
        lambda: services.end_seat(seat_id=seat.pk, by=request.membership, at=clock.now()),
        lambda: to_members("siege-retire"),
        context,
    )


@leads
@require_http_methods(["GET", "POST"])
def name(request: MemberRequest, seat_id: UUID) -> HttpResponse:
    """Names somebody to a seat."""
    seat = own_seat(request, seat_id)
    form = NameForm(posted(request), initial={"starts_on": timezone.localdate(clock.now())})

    def act() -> None:
        given = form.cleaned_data
        services.name(
            seat_id=seat.pk,
            membership=given["membership"],
            held_as=Rank(given["held_as"]),
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            by=request.membership,
            at=clock.now(),
        )

    context = {"seat": seat, "naming": True}
    return acted(request, form, act, lambda: to_members("nomme"), "pro/commission/mandate.html", context)


@leads
@require_http_methods(["GET", "POST"])
def end_mandate(request: MemberRequest, mandate_id: UUID) -> HttpResponse:
    """Sets the last day of a mandate."""
    mandate = own_mandate(request, mandate_id)
    form = EndForm(posted(request), initial={"ends_on": timezone.localdate(clock.now())})

    def act() -> None:
        services.end_mandate(
            mandate_id=mandate.pk, ends_on=form.cleaned_data["ends_on"], by=request.membership, at=clock.now()
        )

    context = {"mandate": mandate, "seat": mandate.seat}
    return acted(request, form, act, lambda: to_members("mandat-fini"), "pro/commission/mandate.html", context)
