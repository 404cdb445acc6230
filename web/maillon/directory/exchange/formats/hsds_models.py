"""The part of Open Referral HSDS 3.1 that is read and written here, as models that check it.

What HSDS's own schemas ask is asked before (`hsds_schema`); these name what is then taken, and ask for an organization.
What HSDS knows beyond this is passed over on reading.
"""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

_Kind = Literal["physical", "postal", "virtual"]


class Thing(BaseModel):
    """Everything in HSDS has an identifier of its own."""

    id: UUID


class TaxonomyTerm(Thing):
    code: str | None = None
    name: str
    description: str
    taxonomy: str | None = None


class Attribute(Thing):
    link_type: str | None = None
    value: str | None = None
    taxonomy_term: TaxonomyTerm | None = None


class Phone(Thing):
    number: str
    type: str | None = None


class Language(Thing):
    name: str | None = None
    code: str | None = None


class Schedule(Thing):
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    interval: float | None = None
    byday: str | None = None
    opens_at: str | None = None
    closes_at: str | None = None
    description: str | None = None


class ServiceArea(Thing):
    name: str | None = None
    extent: str | None = None
    extent_type: str | None = None


class Address(Thing):
    address_1: str
    address_2: str | None = None
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: _Kind


class Location(Thing):
    location_type: _Kind
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    external_identifier: str | None = None
    external_identifier_type: str | None = None
    addresses: list[Address] = Field(default_factory=list)
    schedules: list[Schedule] = Field(default_factory=list)


class ServiceAtLocation(Thing):
    location: Location | None = None
    schedules: list[Schedule] = Field(default_factory=list)


class OrganizationIdentifier(Thing):
    identifier_scheme: str | None = None
    identifier_type: str
    identifier: str


class Organization(Thing):
    name: str
    description: str
    website: str | None = None
    organization_identifiers: list[OrganizationIdentifier] = Field(default_factory=list)
    attributes: list[Attribute] = Field(default_factory=list)


class Service(Thing):
    name: str
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    description: str | None = None
    url: str | None = None
    email: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    eligibility_description: str | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    assured_date: str | None = None
    last_modified: str | None = None
    organization: Organization
    phones: list[Phone] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    schedules: list[Schedule] = Field(default_factory=list)
    service_areas: list[ServiceArea] = Field(default_factory=list)
    service_at_locations: list[ServiceAtLocation] = Field(default_factory=list)
    attributes: list[Attribute] = Field(default_factory=list)
