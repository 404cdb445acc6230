"""Invented services of the Orne, made through the services."""

import dataclasses
import datetime as dt

from maillon.base.ids import new_id
from maillon.directory.enums import Need, ZoneKind
from maillon.directory.models import Provider, Service
from maillon.directory.services import PlaceDetails, ServiceDetails, save_service
from tests.territories.factories import Somebody

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
ALENCON = PlaceDetails(commune="61001", name="Accueil", address="1 rue Inventée")


def make_provider(name="Association inventée", organisation=None) -> Provider:
    """A provider, of an organisation that takes part if one is given."""
    return Provider.objects.create(id=new_id(), name=name, organisation=organisation, changed_at=AT)


def details(provider=None, **changes) -> ServiceDetails:
    """Legal advice for the whole Orne, by phone, unless told otherwise."""
    facts = ServiceDetails(
        provider_id=(provider or make_provider()).pk,
        name="Permanence juridique",
        needs=(Need.LEGAL,),
        zone_kind=ZoneKind.DEPARTEMENT,
        zone=("D61",),
        phone="02 00 00 00 00",
    )
    return dataclasses.replace(facts, **changes)


def make_service(provider=None, *, at=AT, **changes) -> Service:
    """A saved service, confirmed at `at`."""
    return save_service(details(provider, **changes), by=Somebody(), by_name="Essai", at=at)
