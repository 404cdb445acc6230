"""Brings a service's row, its places and its search key to what was said, in the caller's transaction."""

import datetime as dt
from dataclasses import fields

from django.utils.timezone import localdate

from maillon.base.ids import new_id
from maillon.directory.models import Place, Provider, Service
from maillon.directory.selectors import search_key_of
from maillon.directory.services.details import PlaceDetails, ServiceDetails

_LISTS = frozenset({"needs", "welcomes", "excludes", "languages", "zone"})


def write(service: Service, details: ServiceDetails, *, at: dt.datetime, is_new: bool) -> list[str]:
    """Saves the service as `details` say and names, sorted, what differs from before. Dates of belief are the caller's.

    A new service needs `due_on` to be saved: it starts as due on the day of `at`.
    """
    changed = differences(service, details, is_new=is_new)
    for name, value in _values(details).items():
        setattr(service, name, value)
    service.changed_at = at
    if is_new:
        service.due_on = localdate(at)
    _save(service, details, is_new=is_new, replace="places" in changed)
    return changed


def differences(service: Service, details: ServiceDetails, *, is_new: bool = False) -> list[str]:
    """The facts, by name and sorted, that differ between the row and what was said; places count as one."""
    changed = [name for name, value in _values(details).items() if getattr(service, name, None) != value]
    before = [] if is_new else _places(service)
    if sorted(before, key=str) != sorted(details.places, key=str):
        changed.append("places")
    return sorted(changed)


def _values(details: ServiceDetails) -> dict[str, object]:
    values = {entry.name: getattr(details, entry.name) for entry in fields(details) if entry.name != "places"}
    values["cost"] = details.cost or ""
    return {name: list(value) if name in _LISTS else value for name, value in values.items()}


def _places(service: Service) -> list[PlaceDetails]:
    return [
        PlaceDetails(
            commune=place.commune_id,
            name=place.name,
            address=place.address,
            hours=place.hours,
            longitude=place.longitude,
            latitude=place.latitude,
        )
        for place in service.places.all()
    ]


def _save(service: Service, details: ServiceDetails, *, is_new: bool, replace: bool) -> None:
    # Before the service becomes confidential its places go; after it stopped being so they come: a trigger looks.
    if replace and not is_new:
        service.places.all().delete()
    service.search_key = ""
    service.save(force_insert=is_new)
    if replace:
        Place.objects.bulk_create(
            Place(
                id=new_id(),
                service=service,
                commune_id=place.commune,
                name=place.name,
                address=place.address,
                hours=place.hours,
                longitude=place.longitude,
                latitude=place.latitude,
            )
            for place in details.places
        )
    service.search_key = search_key_of(service)
    service.save(update_fields=["search_key"])


def renew_search_keys(provider: Provider) -> None:
    """Lets its services be found by its present name."""
    services = list(provider.services.all())
    for service in services:
        service.search_key = search_key_of(service)
    Service.objects.bulk_update(services, ["search_key"])
