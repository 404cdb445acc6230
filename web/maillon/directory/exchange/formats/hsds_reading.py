"""From a service of HSDS 3 to the values of a Record. What the specification leaves open is read as it is met."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from maillon.base.enums import Confidence
from maillon.directory.exchange.formats.hsds_hours import weekly
from maillon.directory.exchange.formats.hsds_models import (
    Address,
    Attribute,
    Location,
    Organization,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
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
from maillon.directory.exchange.terms import terms

_AREA = re.compile(r"FR|[CD][0-9AB]{2,5}|E\d{9}")


def raw_of(service: Service) -> dict[str, Any]:
    """The values of a service."""
    said = {each.link_type: each.value for each in service.attributes if each.link_type and each.value}
    plain = {name: said.get(PREFIX + name) for name in PLAIN}
    return {
        **plain,
        "external_id": said.get(EXTERNAL_ID) or str(service.id),
        "provider": _provider(service.organization),
        "name": service.name,
        "summary": service.description,
        "needs": _needs(service.attributes),
        "min_age": service.minimum_age,
        "max_age": service.maximum_age,
        "welcomes": _codes(service.attributes, WELCOMES),
        "excludes": _codes(service.attributes, EXCLUDES),
        "languages": [each.code for each in service.languages if each.code],
        "eligibility": service.eligibility_description,
        "zone": list(_zone(service.service_areas)),
        "hours": hours_of(service.schedules),
        "phone": service.phones[0].number if service.phones else "",
        "email": service.email,
        "website": service.url,
        "how": service.application_process,
        "confidence": plain["confidence"] or Confidence.SECONDARY.value,
        "confirmed_on": service.assured_date,
        "confirmed_by": plain["confirmed_by"] or ("" if EXTERNAL_ID in said else service.organization.name),
        "places": [_place(each.location, each) for each in service.service_at_locations if _is_real(each.location)],
    }


def has_ended_there(service: Service, raw: dict[str, Any]) -> bool:
    """Whether it is given as closed for good, without the day that our own exports give."""
    return service.status in {"inactive", "defunct"} and not raw["ended_on"]


def _provider(organization: Organization) -> dict[str, Any]:
    said = {each.link_type: each.value for each in organization.attributes}
    sirets = [each.identifier for each in organization.organization_identifiers if each.identifier_type == SIRET]
    return {
        "external_id": said.get(EXTERNAL_ID) or str(organization.id),
        "name": organization.name,
        "description": organization.description,
        "siret": sirets[0] if sirets else "",
        "website": organization.website,
    }


def _codes(attributes: Iterable[Attribute], kind: str) -> list[str]:
    return [each.value for each in attributes if each.link_type == kind and each.value]


def _needs(attributes: list[Attribute]) -> list[str]:
    """Our own needs, and those that data·inclusion's themes lead to where the file uses these as its terms."""
    themes = [each.taxonomy_term.code for each in attributes if each.taxonomy_term and each.taxonomy_term.code]
    return [*_codes(attributes, NEED), *terms().needs_of(themes)]


def _zone(areas: Iterable[ServiceArea]) -> Iterator[str]:
    for area in areas:
        code = (area.extent or "").strip().upper()
        if _AREA.fullmatch(code):
            yield code


def hours_of(schedules: list[Schedule]) -> str:
    """Made of weekly times; else a schedule's words, which may be in OpenStreetMap's syntax."""
    words = [each.description for each in schedules if each.description]
    return weekly(schedules) or (words[0] if words else "")


def _is_real(location: Location | None) -> bool:
    return location is not None and location.location_type == "physical"


def _place(location: Location | None, at: ServiceAtLocation) -> dict[str, Any]:
    assert location is not None, "only real locations are asked for"
    address = location.addresses[0] if location.addresses else None
    return {
        "commune": location.external_identifier if location.external_identifier_type == INSEE else "",
        "name": location.name,
        "longitude": location.longitude,
        "latitude": location.latitude,
        "hours": hours_of(at.schedules or location.schedules),
        **(_address(address) if address else {}),
    }


def _address(address: Address) -> dict[str, Any]:
    lines = [line for line in (address.address_1, address.address_2) if line]
    return {"address": ", ".join(lines), "city": address.city, "postal_code": address.postal_code}
