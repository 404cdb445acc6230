"""Invented organisations of the Orne, one trait per kind."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.directory.models import Organisation
from maillon.directory.rules import PUBLIC_KINDS
from tests.territories.factories import DepartementFactory, JurisdictionFactory


class OrganisationFactory(DjangoModelFactory):
    """An association unless told otherwise. Those with an area get the one that covers Alençon."""

    class Meta:
        model = Organisation

    class Params:
        gendarmerie = factory.Trait(
            kind=OrganisationKind.GENDARMERIE,
            secrecy=Secrecy.BOUND,
            jurisdiction=factory.SubFactory(JurisdictionFactory, gendarmerie_orne=True),
        )
        police = factory.Trait(
            kind=OrganisationKind.POLICE,
            secrecy=Secrecy.BOUND,
            jurisdiction=factory.SubFactory(JurisdictionFactory, police_alencon=True),
        )
        prosecutor = factory.Trait(
            kind=OrganisationKind.PROSECUTOR,
            secrecy=Secrecy.BOUND,
            jurisdiction=factory.SubFactory(JurisdictionFactory),
        )
        fire_rescue = factory.Trait(kind=OrganisationKind.FIRE_RESCUE, secrecy=Secrecy.BOUND)
        prefecture = factory.Trait(kind=OrganisationKind.PREFECTURE, secrecy=Secrecy.DISCRETION)
        council = factory.Trait(
            kind=OrganisationKind.COUNCIL,
            secrecy=Secrecy.BOUND,
            jurisdiction=factory.SubFactory(JurisdictionFactory, council_orne=True),
        )
        health = factory.Trait(kind=OrganisationKind.HEALTH, secrecy=Secrecy.BOUND)
        school = factory.Trait(kind=OrganisationKind.SCHOOL, secrecy=Secrecy.DISCRETION)
        lodging = factory.Trait(kind=OrganisationKind.LODGING, secrecy=Secrecy.NONE)
        other = factory.Trait(kind=OrganisationKind.OTHER, secrecy=Secrecy.NONE)
        justice_approved = factory.Trait(justice_approved_until=dt.date(2030, 1, 1))
        psp_approved = factory.Trait(psp_approved_from=dt.date(2026, 1, 15), psp_approved_until=dt.date(2029, 1, 15))

    id = factory.LazyFunction(new_id)
    name = factory.Sequence(lambda number: f"Organisation fictive {number}")
    kind = OrganisationKind.ASSOCIATION
    departement = factory.SubFactory(DepartementFactory)
    secrecy = Secrecy.BOUND
    is_public_service = factory.LazyAttribute(lambda organisation: organisation.kind in PUBLIC_KINDS)
