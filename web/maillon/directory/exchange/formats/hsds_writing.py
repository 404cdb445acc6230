"""From a Record to a service of HSDS 3.1. Identifiers are the same at each export."""

from collections.abc import Iterator
from typing import Any

from django.utils.encoding import iri_to_uri

from maillon.directory.enums import Cost, Need, Trait
from maillon.directory.exchange.formats.hsds_words import (
    EXCLUDES,
    EXTERNAL_ID,
    INSEE,
    NEED,
    PLAIN,
    PREFIX,
    SIRET,
    WELCOMES,
)
from maillon.directory.exchange.formats.jsons import as_id, made_id
from maillon.directory.exchange.records import PlaceRecord, ProviderRecord, Record

Told = dict[str, Any]


def service_of(record: Record) -> Told:
    """The service with its organization, and its locations unless it is confidential."""
    key = as_id("service", record.external_id)
    places = () if record.is_confidential else record.places
    return _known(
        {
            "id": key,
            "name": record.name,
            "status": "defunct" if record.ended_on else "active",
            "description": record.summary,
            "url": iri_to_uri(record.website),
            "email": record.email,
            "application_process": record.how,
            "fees_description": str(Cost(record.cost).label) if record.cost else "",
            "eligibility_description": record.eligibility,
            "minimum_age": record.min_age,
            "maximum_age": record.max_age,
            "assured_date": record.confirmed_on.isoformat() if record.confirmed_on else "",
            "organization": _organization(record.provider),
            "phones": _one({"number": record.phone, "type": "voice"}, record.phone, key, "phone"),
            "languages": [{"id": made_id(key, "language", code), "code": code} for code in record.languages],
            "schedules": _hours(record.hours, key),
            "service_areas": [_area(key, code) for code in record.zone],
            "service_at_locations": [_at(place, key, number) for number, place in enumerate(places)],
            "attributes": list(_attributes(record, key)),
        }
    )


def _organization(provider: ProviderRecord) -> Told:
    key = as_id("organization", provider.external_id)
    siret = {"identifier_scheme": "FR-SIRET", "identifier_type": SIRET, "identifier": provider.siret}
    return _known(
        {
            "id": key,
            "name": provider.name,
            "website": iri_to_uri(provider.website),
            "organization_identifiers": _one(siret, provider.siret, key, "siret"),
            "attributes": [_attribute(key, EXTERNAL_ID, provider.external_id)],
        }
    ) | {"description": provider.description}


def _area(key: str, code: str) -> Told:
    return {"id": made_id(key, "area", code), "name": code, "extent": code, "extent_type": "text"}


def _at(place: PlaceRecord, service: str, number: int) -> Told:
    key = made_id(service, "location", str(number))
    insee = {"external_identifier": place.commune, "external_identifier_type": INSEE} if place.commune else {}
    location = _known(
        {
            "id": made_id(key, "location"),
            "location_type": "physical",
            "name": place.name,
            "latitude": place.latitude,
            "longitude": place.longitude,
            **insee,
            "addresses": [_address(place, key)] if place.address or place.city else [],
            "schedules": _hours(place.hours, key),
        }
    )
    return {"id": key, "location": location}


def _address(place: PlaceRecord, key: str) -> Told:
    return {
        "id": made_id(key, "address"),
        "address_1": place.address,
        "city": place.city,
        "state_province": place.commune[:3] if place.commune.startswith("97") else place.commune[:2],
        "postal_code": place.postal_code,
        "country": "FR",
        "address_type": "physical",
    }


def _hours(hours: str, key: str) -> list[Told]:
    # OpenStreetMap's syntax says exceptions that HSDS's fields can't; the specification leaves `description` to words.
    return _one({"description": hours}, hours, key, "schedule")


def _attributes(record: Record, key: str) -> Iterator[Told]:
    yield _attribute(key, EXTERNAL_ID, record.external_id)
    for need in record.needs:
        yield _term(key, NEED, need, str(Need(need).label))
    for kind, traits in ((WELCOMES, record.welcomes), (EXCLUDES, record.excludes)):
        for trait in traits:
            yield _term(key, kind, trait, str(Trait(trait).label))
    for name in PLAIN:
        value = getattr(record, name)
        if value:
            yield _attribute(key, PREFIX + name, "yes" if value is True else str(value))


def _attribute(key: str, kind: str, value: str) -> Told:
    return {"id": made_id(key, kind, value), "link_type": kind, "value": value}


def _term(key: str, kind: str, code: str, name: str) -> Told:
    term = {"id": made_id(kind, code), "code": code, "name": name, "description": name, "taxonomy": "maillon"}
    return _attribute(key, kind, code) | {"taxonomy_term": term}


def _one(told: Told, value: str, key: str, kind: str) -> list[Told]:
    return [{"id": made_id(key, kind), **told}] if value else []


def _known(told: Told) -> Told:
    return {name: value for name, value in told.items() if value not in (None, "", [])}
