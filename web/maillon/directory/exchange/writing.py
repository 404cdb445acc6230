"""Brings the directory to what a file says, in the caller's transaction: few statements, however many services."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory.enums import Confirmed
from maillon.directory.exchange import bulk
from maillon.directory.exchange.areas import Areas
from maillon.directory.exchange.comparing import Change, Work
from maillon.directory.exchange.records import FACTS, LISTS, ProviderRecord, Record
from maillon.directory.models import Confirmation, Place, Provider, Service
from maillon.directory.rules.freshness import due_on
from maillon.directory.selectors import search_key
from maillon.directory.services.writing import renew_search_keys

# How sure a fact is has a value of its own where a file says nothing.
_TOLD = tuple(name for name in FACTS if name != "confidence")
_SERVICE = (
    "id", "provider_id", *_TOLD, *LISTS, "confidence", "due_on", "changed_at", "search_key", "source", "external_id"
)  # fmt: skip
_PROVIDER = (
    "id", "name", "description", "siret", "website", "changed_at", "source", "external_id",
)  # fmt: skip
_PLACE = ("id", "service_id", "commune_id", "name", "address", "longitude", "latitude", "hours")
_CONFIRMATION = ("id", "service_id", "way", "at", "by_name")
Entry = tuple[UUID, Record]


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Writes what came from one source at one moment."""

    source: str
    at: dt.datetime
    areas: Areas

    def write(self, work: Work) -> None:
        """Everything: providers, services, places, and that an import stands for them."""
        providers = self._providers(work)
        added = [(new_id(), record) for record in work.added]
        self._change(work.changed, providers)
        bulk.insert(Service, _SERVICE, (self._service(key, record, providers) for key, record in added))
        self._place(added)
        self._end(work)
        changed = [change.stored.key for change in work.changed]
        ended = [stored.key for stored in work.ended]
        also = self._rename(work, changed)
        self._confirm([*(key for key, _record in added), *changed, *ended, *also])

    def _providers(self, work: Work) -> dict[str, UUID]:
        """Adds and changes providers; the keys of all of this source by their name there."""
        found = Provider.objects.filter(source=self.source)
        keys = {name or str(key): key for name, key in found.values_list("external_id", "pk")}
        told = [*work.added, *(change.record for change in work.changed)]
        new = {
            record.provider.external_id: record.provider for record in told if record.provider.external_id not in keys
        }
        keys |= {name: new_id() for name in new}
        bulk.insert(Provider, _PROVIDER, (self._provider(keys, provider) for provider in new.values()))
        renewed = {provider.external_id: provider for provider in _renewed(work) if provider.external_id not in new}
        bulk.update(Provider, _PROVIDER, (self._provider(keys, provider) for provider in renewed.values()))
        return keys

    def _provider(self, keys: dict[str, UUID], told: ProviderRecord) -> tuple[Any, ...]:
        name = told.external_id
        facts = (told.name, told.description, told.siret, told.website)
        return (keys[name], *facts, self.at, self.source, name)

    def _change(self, changed: list[Change], providers: dict[str, UUID]) -> None:
        # Places go before a service becomes confidential, and come after it stopped being so: a trigger looks.
        moved = [change for change in changed if any(each.field == "places" for each in change.fields)]
        Place.objects.filter(service_id__in=[change.stored.key for change in moved]).delete()
        rows = (self._service(each.stored.key, each.record, providers, each) for each in changed)
        bulk.update(Service, _SERVICE, rows)
        self._place((change.stored.key, change.record) for change in moved)

    def _service(
        self, key: UUID, record: Record, providers: dict[str, UUID], change: Change | None = None
    ) -> tuple[Any, ...]:
        return (
            key,
            providers[record.provider.external_id],
            *(getattr(record, name) for name in _TOLD),
            *(bulk.array(getattr(record, name)) for name in LISTS),
            record.confidence or Confidence.UNCONFIRMED.value,
            self._due(record, change),
            self.at,
            self._search_key(record),
            self.source,
            record.external_id,
        )

    def _due(self, record: Record, change: Change | None) -> dt.date:
        """What nobody is known to have confirmed is due at once; a due date that was put off stays put off."""
        due = due_on(record.needs, record.confirmed_on) if record.confirmed_on else localdate(self.at)
        if change is None or change.stored.record.needs != record.needs:
            return due
        return max(due, change.stored.due_on) if record.confirmed_on else change.stored.due_on

    def _search_key(self, record: Record) -> str:
        return search_key(
            name=record.name,
            provider=record.provider.name,
            summary=record.summary,
            needs=record.needs,
            communes=sorted({self.areas.towns[place.commune].name for place in record.places}),
        )

    def _place(self, entries: Iterable[Entry]) -> None:
        bulk.insert(Place, _PLACE, (row for key, record in entries for row in _place_rows(key, record)))

    def _end(self, work: Work) -> None:
        keys = [stored.key for stored in work.ended]
        Service.objects.filter(pk__in=keys).update(ended_on=localdate(self.at), changed_at=self.at)

    def _rename(self, work: Work, changed: list[UUID]) -> list[UUID]:
        """Lets the services that the file does not name be found by what their providers are called now."""
        names = [provider.external_id for provider in _renewed(work)]
        others = Service.objects.filter(provider__source=self.source, provider__external_id__in=names)
        left = dict(others.exclude(pk__in=changed).values_list("pk", "provider_id")) if names else {}
        for provider in Provider.objects.filter(pk__in=set(left.values())):
            renew_search_keys(provider)
        return list(left)

    def _confirm(self, keys: Iterable[UUID]) -> None:
        way = Confirmed.IMPORTED.value
        bulk.insert(Confirmation, _CONFIRMATION, ((new_id(), key, way, self.at, self.source) for key in keys))


def _renewed(work: Work) -> Iterator[ProviderRecord]:
    """Providers whose own facts differ, or that a service has moved to."""
    for change in work.changed:
        if any(each.field == "provider" for each in change.fields):
            yield change.record.provider


def _place_rows(key: UUID, record: Record) -> Iterator[tuple[Any, ...]]:
    for place in record.places:
        facts = (place.name, place.address, place.longitude, place.latitude, place.hours)
        yield (new_id(), key, place.commune, *facts)
