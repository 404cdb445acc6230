"""A handful of real communes of the Orne, so that no test has to load France."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

import factory
from factory.django import DjangoModelFactory

from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Commune, Competence, Departement, Jurisdiction
from maillon.territories.rules.folding import fold
from maillon.territories.rules.rows import CommuneRow
from maillon.territories.services import load_communes, load_departements
from maillon.territories.services.files import commune_rows


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
    search_key = factory.LazyAttribute(lambda commune: fold(commune.name))


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
    confidence = Confidence.VERIFIED.value
    source = "Données d’essai"


class CompetenceFactory(DjangoModelFactory):
    class Meta:
        model = Competence

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    commune = factory.SubFactory(CommuneFactory)
    kind = factory.SelfAttribute("jurisdiction.kind")
    confidence = Confidence.UNCONFIRMED.value
    source = "Données d’essai"
    checked_on = dt.date(2026, 11, 1)


# Towns, the police districts, look-alikes and hard spellings of the Orne, and one namesake far away.
KNOWN = ("61001", "61006", "61169", "61214", "61293", "61464", "61145", "61168", "61372", "61373", "88315")


@cache
def known_rows() -> tuple[CommuneRow, ...]:
    """The rows of KNOWN as the project's file gives them."""
    return tuple(row for row in commune_rows() if row.code in KNOWN)


def load_known_communes() -> dict[str, Commune]:
    """Loads KNOWN, searchable, and returns them by code. Use the `communes` fixture where a test has one."""
    load_departements({"61": "Orne", "88": "Vosges"})
    load_communes(known_rows())
    return Commune.objects.in_bulk()


@dataclass(frozen=True)
class Somebody:
    """Who acts, where only the journal needs to know."""

    member_id: UUID = field(default_factory=new_id)
    organisation_id: UUID | None = field(default_factory=new_id)
