"""Keeps a service's entry true: confirmed, called, counted, and proved by those it took in."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from maillon.base.actors import Actor
from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory import refusals
from maillon.directory.enums import Confirmed
from maillon.directory.models import Call, Capacity, Service
from maillon.directory.rules import freshness
from maillon.directory.selectors.upkeep import silent_calls
from maillon.directory.services.editing import stand_for
from maillon.directory.services.recording import record
from maillon.journal.enums import Action


def confirm(service_id: UUID, *, by: Actor, by_name: str, at: dt.datetime) -> Service:
    """Somebody has asked the service, or is the service, and stands for every fact of its entry. Raises Ended."""
    with transaction.atomic():
        service = _living(service_id)
        service.confidence = Confidence.VERIFIED
        service.save(update_fields=["confidence"])
        stand_for(service, Confirmed.CONFIRMED, by=by, by_name=by_name, at=at)
        record(Action.SERVICE_CONFIRMED, service.pk, by=by, at=at)
    return service


def say_answered(service_id: UUID, answered: bool, *, by: Actor, at: dt.datetime) -> Call:
    """Notes whether the phone was answered. A member's second word on a day replaces her first. Raises Ended.

    An answer puts the due date off by what it proves; several silences make the entry stale at once.
    """
    with transaction.atomic():
        service, today = _living(service_id), localdate(at)
        service.calls.filter(by=by.member_id, at__date=today).delete()
        call = Call.objects.create(id=new_id(), service=service, answered=answered, at=at, by=by.member_id)
        _move_due(service, _due_after_call(service, today, answered=answered))
        record(Action.SERVICE_CALLED, service.pk, by=by, at=at, details={"answered": answered})
    return call


def _due_after_call(service: Service, today: dt.date, *, answered: bool) -> dt.date:
    if answered:
        return freshness.after_answer(service.due_on, today, needs=service.needs, confirmed_on=service.confirmed_on)
    if freshness.is_silent(silent_calls(service, today), today):
        return freshness.after_silence(service.due_on, today)
    return service.due_on


def note_success(service_id: UUID, on: dt.date) -> None:
    """A referral to the service was accepted on that day: it exists and takes people in. Ended or not."""
    with transaction.atomic():
        service = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
        if service.last_success_on is None or service.last_success_on < on:
            service.last_success_on = on
            service.save(update_fields=["last_success_on"])
        _move_due(
            service, freshness.after_success(service.due_on, on, needs=service.needs, confirmed_on=service.confirmed_on)
        )


def say_capacity(
    service_id: UUID, free: int, total: int | None, *, by: Actor, by_name: str, at: dt.datetime
) -> Capacity:
    """Says how many places are free, and of how many if that is known; believed for a day or a week (rules.freshness).

    Raises MoreFreeThanThereAre or Ended.
    """
    if total is not None and free > total:
        raise refusals.MoreFreeThanThereAre
    with transaction.atomic():
        service = _living(service_id)
        capacity = Capacity.objects.create(
            id=new_id(),
            service=service,
            free=free,
            total=total,
            said_at=at,
            said_by=by.member_id,
            said_by_name=by_name,
            expires_at=freshness.capacity_expires(service.needs, at),
        )
        record(Action.CAPACITY_SAID, service.pk, by=by, at=at, details={"free": free, "total": total})
    return capacity


def _living(service_id: UUID) -> Service:
    service = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
    if service.ended_on is not None:
        raise refusals.Ended
    return service


def _move_due(service: Service, due: dt.date) -> None:
    if due != service.due_on:
        service.due_on = due
        service.save(update_fields=["due_on"])
