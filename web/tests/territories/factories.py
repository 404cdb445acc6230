"""A handful of real communes of the Orne, so that no test has to load France."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Commune, Competence, Departement, Jurisdiction


class DepartementFactory(DjangoModelFactory):
    class Meta:
        model = Departement
        django_get_or_create = ("code",)

    code = "61"
    name = "Orne"


class CommuneFactory(DjangoModelFactory):
    """Alençon unless told otherwise; traits are the other places that tests keep coming back to."""

    class Meta:
        model = Commune
        django_get_or_create = ("code",)

    class Params:
        flers = factory.Trait(code="61169", name="Flers", postal_codes=["61100"], population=14_762)
        argentan = factory.Trait(code="61006", name="Argentan", postal_codes=["61200"], population=13_671)
        mortagne = factory.Trait(code="61293", name="Mortagne-au-Perche", postal_codes=["61400"], population=3_778)
        laigle = factory.Trait(code="61214", name="L’Aigle", postal_codes=["61300"], population=7_964)

    code = "61001"
    name = "Alençon"
    departement = factory.SubFactory(DepartementFactory)
    postal_codes = factory.LazyFunction(lambda: ["61000"])
    population = 25_848
    search_key = factory.LazyAttribute(lambda commune: commune.name.lower())


class JurisdictionFactory(DjangoModelFactory):
    """The prosecutor's office of Alençon unless told otherwise."""

    class Meta:
        model = Jurisdiction
        django_get_or_create = ("code",)

    class Params:
        argentan = factory.Trait(code="parquet-argentan", name="Parquet d’Argentan")
        police_alencon = factory.Trait(
            code="police-alencon", kind=JurisdictionKind.FORCE, name="Commissariat d’Alençon"
        )
        gendarmerie_orne = factory.Trait(
            code="gendarmerie-orne", kind=JurisdictionKind.FORCE, name="Gendarmerie de l’Orne"
        )
        council_orne = factory.Trait(
            code="conseil-departemental-orne", kind=JurisdictionKind.COUNCIL, name="Conseil départemental de l’Orne"
        )

    code = "parquet-alencon"
    kind = JurisdictionKind.PROSECUTOR
    name = "Parquet d’Alençon"
    departement = factory.SubFactory(DepartementFactory)


class CompetenceFactory(DjangoModelFactory):
    class Meta:
        model = Competence

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    commune = factory.SubFactory(CommuneFactory)
    kind = factory.SelfAttribute("jurisdiction.kind")
    confidence = Confidence.UNCONFIRMED.value
    source = "Données d’essai"
    checked_on = dt.date(2026, 11, 1)
