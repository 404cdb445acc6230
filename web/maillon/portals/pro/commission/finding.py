"""What a request is about, if its reader may know of it, and with which place at the table."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.commission import selectors
from maillon.commission.models import AgendaItem, Commission, Mandate, Seat, Session
from maillon.commission.rights import Ability, on_commission, on_item, on_session
from maillon.commission.selectors import Place


@dataclass(frozen=True)
class Found:
    """A meeting, a place at its table if the reader has one, and what she may do."""

    session: Session
    place: Place | None
    abilities: frozenset[Ability]

    @property
    def can(self) -> dict[str, bool]:
        """The abilities as templates ask for them."""
        return {ability.value: True for ability in self.abilities}


def found_session(request: MemberRequest, key: UUID, *abilities: Ability) -> Found:
    """The meeting. Raises Http404 without one of the abilities, as if it did not exist."""
    session = selectors.session(key)
    if session is None:
        raise Http404
    place = selectors.place_at(session, request.membership, timezone.localdate(clock.now()))
    may = on_session(request.membership, session, place)
    if not may & set(abilities or (Ability.SEE,)):
        raise Http404
    return Found(session, place, may)


@dataclass(frozen=True)
class FoundPoint:
    """A point of an agenda, likewise."""

    item: AgendaItem
    place: Place | None
    abilities: frozenset[Ability]

    @property
    def can(self) -> dict[str, bool]:
        """The abilities as templates ask for them."""
        return {ability.value: True for ability in self.abilities}


def found_point(request: MemberRequest, key: UUID, *abilities: Ability) -> FoundPoint:
    """The point. Raises Http404 without one of the abilities."""
    item = selectors.point(key)
    if item is None:
        raise Http404
    place = selectors.place_at(item.session, request.membership, timezone.localdate(clock.now()))
    may = on_item(request.membership, item, place)
    if not may & set(abilities or (Ability.SEE,)):
        raise Http404
    return FoundPoint(item, place, may)


def own_commission(request: MemberRequest, ability: Ability = Ability.PREPARE) -> Commission:
    """The commission whose secretariat the reader keeps. Raises Http404 without the ability."""
    commission = selectors.commission_of(request.membership.organisation_id)
    if commission is None or ability not in on_commission(request.membership, commission, None):
        raise Http404
    return commission


def own_seat(request: MemberRequest, key: UUID) -> Seat:
    """A seat of that commission which still exists, for who may name somebody to it."""
    seat = selectors.seats_of(own_commission(request, Ability.NAME)).filter(pk=key).first()
    if seat is None:
        raise Http404
    return seat


def own_mandate(request: MemberRequest, key: UUID) -> Mandate:
    """A mandate of that commission."""
    commission = own_commission(request, Ability.NAME)
    found = Mandate.objects.select_related("seat", "membership__member").filter(pk=key, seat__commission=commission)
    mandate = found.first()
    if mandate is None:
        raise Http404
    return mandate


def to_session(key: UUID, done: str) -> HttpResponse:
    """Back to a meeting, which says what was done."""
    return redirect(f"{reverse('pro:commission_session', args=[key])}?fait={done}")


def to_point(key: UUID, done: str) -> HttpResponse:
    """Back to a point."""
    return redirect(f"{reverse('pro:commission_point', args=[key])}?fait={done}")


def to_members(done: str) -> HttpResponse:
    """Back to who sits."""
    return redirect(f"{reverse('pro:commission_members')}?fait={done}")
