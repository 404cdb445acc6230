"""Setting the commission up: its seats, and who is named to them."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.commission import rules
from maillon.commission.enums import Rank
from maillon.commission.facts import qualities
from maillon.commission.models import Commission, Mandate, Seat
from maillon.commission.refusals import AlreadyThere, NotAllowed, SeatTaken, WrongDays, WrongQuality
from maillon.commission.rights import Ability, may_found, on_commission
from maillon.journal.enums import Action
from maillon.journal.services import record


@transaction.atomic
def found(*, by: Membership, at: datetime) -> Commission:
    """Sets up the commission of the préfecture that `by` leads. Raises NotAllowed or AlreadyThere."""
    if not may_found(by):
        raise NotAllowed
    commission, is_new = Commission.objects.get_or_create(
        prefecture_id=by.organisation_id, defaults={"id": new_id(), "founded_at": at}
    )
    if not is_new:
        raise AlreadyThere
    _record(by, at, "commission", commission.pk, "founded")
    return commission


@transaction.atomic
def open_seat(*, commission_id: UUID, quality: str, by: Membership, at: datetime) -> Seat:
    """Adds a seat in a quality of the law, behind the others. Raises NotAllowed or WrongQuality."""
    commission = _locked(commission_id, by)
    if quality not in qualities():
        raise WrongQuality
    last = commission.seats.aggregate(last=Max("position"))["last"] or 0
    seat = Seat.objects.create(id=new_id(), commission=commission, quality=quality, position=last + 1, opened_at=at)
    _record(by, at, "commission_seat", seat.pk, "seat_opened")
    return seat


@transaction.atomic
def end_seat(*, seat_id: UUID, by: Membership, at: datetime) -> Seat:
    """Takes a seat away, with the mandates that still hold. Raises NotAllowed."""
    seat = _seat(seat_id, by)
    if seat.ended_at is None:
        seat.ended_at = at
        seat.save(update_fields=["ended_at"])
        today = timezone.localdate(at)
        for mandate in seat.mandates.filter(Q(ends_on=None) | Q(ends_on__gt=today)):
            _end(mandate, today)
        _record(by, at, "commission_seat", seat.pk, "seat_ended")
    return seat


@transaction.atomic
def name(
    *,
    seat_id: UUID,
    membership: Membership,
    held_as: Rank,
    starts_on: date,
    ends_on: date | None = None,
    by: Membership,
    at: datetime,
) -> Mandate:
    """Names a member of some organisation to a seat, from a day until another (included) or until further notice.

    One titular at a time; nobody sits on two seats of one commission. Raises NotAllowed, WrongQuality (no substitute
    for a qualified person), WrongDays or SeatTaken.
    """
    seat = _seat(seat_id, by)
    if seat.ended_at is not None or membership.ended_at is not None or not membership.role_enum.reports:
        raise NotAllowed
    if not rules.may_hold(seat.in_quality, held_as):
        raise WrongQuality
    if ends_on is not None and ends_on < starts_on:
        raise WrongDays
    _check_free(seat, membership, held_as, starts_on, ends_on)
    mandate = Mandate.objects.create(
        id=new_id(),
        seat=seat,
        membership=membership,
        held_as=held_as,
        starts_on=starts_on,
        ends_on=ends_on,
        named_by=by,
        named_at=at,
    )
    _record(by, at, "commission_mandate", mandate.pk, "named", membership.organisation_id)
    return mandate


@transaction.atomic
def end_mandate(*, mandate_id: UUID, ends_on: date, by: Membership, at: datetime) -> Mandate:
    """Sets the last day of a mandate, today at the earliest. Raises NotAllowed or WrongDays."""
    mandate = Mandate.objects.select_related("seat__commission", "membership").filter(pk=mandate_id).first()
    if mandate is None:
        raise NotAllowed
    _seat(mandate.seat_id, by)
    if ends_on < max(timezone.localdate(at), mandate.starts_on):
        raise WrongDays
    mandate.ends_on = ends_on
    mandate.save(update_fields=["ends_on"])
    _record(by, at, "commission_mandate", mandate.pk, "ended", mandate.membership.organisation_id)
    return mandate


@transaction.atomic
def pledge(*, mandate_id: UUID, by: Membership, at: datetime) -> Mandate:
    """She undertakes to keep secret what she reads; asked once a mandate. Raises NotAllowed for another's mandate."""
    mandate = Mandate.objects.select_for_update().filter(pk=mandate_id, membership=by).first()
    if mandate is None or by.ended_at is not None:
        raise NotAllowed
    if mandate.pledged_at is None:
        mandate.pledged_at = at
        mandate.save(update_fields=["pledged_at"])
        _record(by, at, "commission_mandate", mandate.pk, "pledged")
    return mandate


def _locked(commission_id: UUID, by: Membership) -> Commission:
    commission = Commission.objects.select_for_update(no_key=True).filter(pk=commission_id).first()
    if commission is None or Ability.NAME not in on_commission(by, commission, None):
        raise NotAllowed
    return commission


def _seat(seat_id: UUID, by: Membership) -> Seat:
    seat = Seat.objects.filter(pk=seat_id).first()
    if seat is None:
        raise NotAllowed
    # One naming at a time in a commission: nobody gets two seats because two leads were quick.
    seat.commission = _locked(seat.commission_id, by)
    return seat


def _check_free(seat: Seat, membership: Membership, held_as: Rank, starts_on: date, ends_on: date | None) -> None:
    meets = Q(ends_on=None) | Q(ends_on__gte=starts_on)
    if ends_on is not None:
        meets &= Q(starts_on__lte=ends_on)
    others = Mandate.objects.filter(meets, seat__commission_id=seat.commission_id)
    if others.filter(membership=membership).exists():
        raise SeatTaken
    titulars = others.filter(seat=seat, held_as=Rank.TITULAR, membership__ended_at=None)
    if held_as is Rank.TITULAR and titulars.exists():
        raise SeatTaken


def _end(mandate: Mandate, today: date) -> None:
    mandate.ends_on = max(today, mandate.starts_on)
    mandate.save(update_fields=["ends_on"])


def _record(
    by: Membership, at: datetime, kind: str, key: UUID, reason: str, organisation_id: UUID | None = None
) -> None:
    record(
        by=by,
        at=at,
        action=Action.MANDATE_CHANGED,
        subject_kind=kind,
        subject_id=key,
        reason=reason,
        recipient_organisation_id=organisation_id,
    )
