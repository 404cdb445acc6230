"""The services that are kept here, as records."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Max, Q
from django.utils.timezone import localdate

from maillon.directory.enums import Confirmed
from maillon.directory.exchange.checking import in_order
from maillon.directory.exchange.records import FACTS, LISTS, PlaceRecord, ProviderRecord, Record
from maillon.directory.models import Confirmation, Place, Service

_PROVIDER = ("name", "description", "siret", "website")
_COLUMNS = (
    "id", "source", "external_id", "changed_at", "due_on", *FACTS, *LISTS, "provider_id", "provider__external_id",
    "provider__changed_at", *(f"provider__{name}" for name in _PROVIDER),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A service here. `is_edited`: a person has changed it, or its provider, since it was last imported."""

    key: UUID
    provider_key: UUID
    record: Record
    due_on: dt.date
    is_edited: bool


def of_source(source: str) -> dict[str, Stored]:
    """Everything that came from a source, ended services included, by its name there. Locks these services."""
    keys = Service.objects.filter(source=source).select_for_update(of=("self",)).order_by("pk").values_list("pk")
    list(keys)
    imported = dict(
        Confirmation.objects.filter(service__source=source, way=Confirmed.IMPORTED)
        .values_list("service_id")
        .annotate(Max("at"))
    )
    return {record.external_id: _stored(row, record, imported) for row, record in _rows(Q(source=source))}


def _stored(row: dict[str, Any], record: Record, imported: dict[UUID, dt.datetime]) -> Stored:
    touched = max(row["changed_at"], row["provider__changed_at"])
    last = imported.get(row["id"])
    return Stored(
        key=row["id"],
        provider_key=row["provider_id"],
        record=record,
        due_on=row["due_on"],
        is_edited=last is None or touched > last,
    )


def records(source: str | None) -> Iterator[Record]:
    """What may leave: every living service of a source (those written here have the source “”), or all of them (None).

    Without the lines for professionals, and without any place of a confidential service. In the order of their names.
    """
    wanted = Q(ended_on=None) if source is None else Q(ended_on=None, source=source)
    for row, record in _rows(wanted):
        before = f"{row['source']}--" if source is None and row["source"] else ""
        yield replace(
            record,
            external_id=before + record.external_id,
            provider=replace(record.provider, external_id=before + record.provider.external_id),
            pro_phone="",
            pro_email="",
            places=() if record.is_confidential else record.places,
        )


def _rows(wanted: Q) -> Iterator[tuple[dict[str, Any], Record]]:
    places = _places(wanted)
    for row in Service.objects.filter(wanted).order_by("name", "pk").values(*_COLUMNS).iterator():
        yield row, _record(row, places.get(row["id"], []))


def _record(row: dict[str, Any], places: list[PlaceRecord]) -> Record:
    facts: dict[str, Any] = {name: row[name] for name in FACTS}
    facts |= {name: tuple(sorted(row[name])) for name in LISTS}
    return Record(
        external_id=row["external_id"] or str(row["id"]),
        provider=ProviderRecord(
            external_id=row["provider__external_id"] or str(row["provider_id"]),
            **{name: row[f"provider__{name}"] for name in _PROVIDER},
        ),
        **facts,
        places=in_order(places),
        changed_on=localdate(row["changed_at"]),
    )


def _places(wanted: Q) -> dict[UUID, list[PlaceRecord]]:
    found: dict[UUID, list[PlaceRecord]] = defaultdict(list)
    services = Service.objects.filter(wanted).values("pk")
    for place in Place.objects.filter(service__in=services).select_related("commune").iterator():
        found[place.service_id].append(
            PlaceRecord(
                commune=place.commune_id,
                name=place.name,
                address=place.address,
                longitude=place.longitude,
                latitude=place.latitude,
                hours=place.hours,
                city=place.commune.name,
                postal_code=next(iter(place.commune.postal_codes), ""),
            )
        )
    return found
