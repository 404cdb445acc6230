"""Adds, changes and ends services and whoever offers them. Whoever calls checks the right."""

import datetime as dt
from dataclasses import fields
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from maillon.base import opening
from maillon.base.actors import Actor
from maillon.base.ids import new_id
from maillon.directory import refusals
from maillon.directory.enums import Confirmed
from maillon.directory.models import Confirmation, Provider, Service
from maillon.directory.rules.freshness import due_on
from maillon.directory.services.details import PlaceDetails, ProviderDetails, ServiceDetails
from maillon.directory.services.recording import record
from maillon.directory.services.writing import renew_search_keys, write
from maillon.journal.enums import Action


def save_provider(details: ProviderDetails, *, by: Actor | None, at: dt.datetime, key: UUID | None = None) -> Provider:
    """Adds a provider, or replaces what is known of the one with this key."""
    with transaction.atomic():
        provider = Provider.objects.select_for_update(of=("self",)).get(pk=key) if key else Provider(id=new_id())
        for entry in fields(details):
            setattr(provider, entry.name, getattr(details, entry.name))
        provider.changed_at = at
        provider.save(force_insert=key is None)
        renew_search_keys(provider)
        record(Action.SERVICE_CHANGED, provider.pk, by=by, at=at, kind="provider")
    return provider


def save_service(
    details: ServiceDetails,
    *,
    by: Actor | None,
    by_name: str,
    at: dt.datetime,
    key: UUID | None = None,
    seen: dt.datetime | None = None,
) -> Service:
    """Adds a service, or replaces what is known of the one with this key, places included; `by_name` stands for it.

    `seen` is the `changed_at` of what was shown to whoever changed it. Raises a refusal of `directory.refusals`:
    ChangedMeanwhile, Ended, NothingCovered, NoWayIn, PlaceOfASecret, WelcomedAndExcluded, AgesReversed,
    HoursUnreadable.
    """
    check(details)
    with transaction.atomic():
        service = _locked(key, seen) if key else Service(id=new_id())
        changed = write(service, details, at=at, is_new=key is None)
        stand_for(service, Confirmed.EDITED, by=by, by_name=by_name, at=at)
        record(Action.SERVICE_CHANGED, service.pk, by=by, at=at, details={"fields": changed, "new": key is None})
    return service


def _locked(key: UUID, seen: dt.datetime | None) -> Service:
    service = Service.objects.select_for_update(of=("self",)).get(pk=key)
    if service.ended_on is not None:
        raise refusals.Ended
    if seen is not None and service.changed_at != seen:
        raise refusals.ChangedMeanwhile
    return service


def stand_for(service: Service, way: Confirmed, *, by: Actor | None, by_name: str, at: dt.datetime) -> None:
    """Dates the service's facts, in the caller's transaction: confirmed today, by whom, and until when that holds."""
    today = localdate(at)
    service.confirmed_on, service.confirmed_by, service.due_on = today, by_name, due_on(service.needs, today)
    service.save(update_fields=["confirmed_on", "confirmed_by", "due_on"])
    Confirmation.objects.create(
        id=new_id(), service=service, way=way, at=at, by=by.member_id if by else None, by_name=by_name
    )


def end_service(service_id: UUID, *, by: Actor, at: dt.datetime) -> Service:
    """The service takes nobody any more. Its entry is kept for those who were referred to it, and never proposed."""
    return _set_end(service_id, localdate(at), by=by, at=at)


def reopen_service(service_id: UUID, *, by: Actor, at: dt.datetime) -> Service:
    """Takes back that it ended. It stays as due as it was: somebody has to confirm it."""
    return _set_end(service_id, None, by=by, at=at)


def _set_end(service_id: UUID, ended_on: dt.date | None, *, by: Actor, at: dt.datetime) -> Service:
    with transaction.atomic():
        service = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
        if (service.ended_on is None) != (ended_on is None):
            service.ended_on, service.changed_at = ended_on, at
            service.save(update_fields=["ended_on", "changed_at"])
            record(Action.SERVICE_ENDED, service.pk, by=by, at=at, details={"ended": ended_on is not None})
    return service


def check(details: ServiceDetails) -> None:
    """Raises the refusal that fits, when the facts do not hold together."""
    if not details.needs or not details.zone:
        raise refusals.NothingCovered
    if details.is_confidential and details.places:
        raise refusals.PlaceOfASecret
    if set(details.welcomes) & set(details.excludes):
        raise refusals.WelcomedAndExcluded
    if details.min_age is not None and details.max_age is not None and details.min_age > details.max_age:
        raise refusals.AgesReversed
    if not _ways_in(details):
        raise refusals.NoWayIn
    for hours in (details.hours, *(place.hours for place in details.places)):
        _check_hours(hours)


def _ways_in(details: ServiceDetails) -> bool:
    words = (details.phone, details.email, details.website, details.pro_phone, details.pro_email, details.how)
    return any(words) or any(_can_be_found(place) for place in details.places)


def _can_be_found(place: PlaceDetails) -> bool:
    return bool(place.address or place.name)


def _check_hours(hours: str) -> None:
    if not hours:
        return
    try:
        opening.check_hours(hours)
    except ValueError as error:
        raise refusals.HoursUnreadable from error
