"""Who is competent for a place."""

import pytest

from maillon.directory.enums import OrganisationKind as Kind
from maillon.directory.selectors import organisation, organisations, organisations_for
from maillon.territories.services import load_jurisdictions
from maillon.territories.services.files import jurisdiction_files
from tests.directory.factories import OrganisationFactory
from tests.territories.factories import DepartementFactory, JurisdictionFactory, load_known_communes

pytestmark = pytest.mark.django_db


@pytest.fixture
def communes():
    found = load_known_communes()
    (data,) = jurisdiction_files()
    load_jurisdictions(data)
    return found


def names(kinds, commune):
    return [found.name for found in organisations_for(kinds, commune)]


def test_authorities_are_found_by_their_area(communes):
    OrganisationFactory(prosecutor=True, name="Parquet A")
    OrganisationFactory(prosecutor=True, name="Parquet B", jurisdiction=JurisdictionFactory(argentan=True))
    OrganisationFactory(police=True, name="Police A")
    OrganisationFactory(gendarmerie=True, name="Gendarmerie")
    OrganisationFactory(council=True, name="Conseil")
    forces = [Kind.POLICE, Kind.GENDARMERIE]
    assert names([Kind.PROSECUTOR], communes["61001"]) == ["Parquet A"]
    assert names([Kind.PROSECUTOR], communes["61169"]) == ["Parquet B"]
    assert names(forces, communes["61001"]) == ["Police A"]
    assert names(forces, communes["61464"]) == ["Gendarmerie"]
    assert names([Kind.COUNCIL], communes["61464"]) == ["Conseil"]
    assert names([Kind.COUNCIL, *forces, Kind.PROSECUTOR], communes["88315"]) == []


def test_others_are_found_by_departement(communes):
    OrganisationFactory(name="Association de l’Orne")
    OrganisationFactory(name="Association des Vosges", departement=DepartementFactory(code="88"))
    assert names([Kind.ASSOCIATION], communes["61001"]) == ["Association de l’Orne"]
    assert names([Kind.ASSOCIATION], communes["88315"]) == ["Association des Vosges"]


def test_the_order_of_the_kinds_is_kept_then_the_name(communes):
    for number in (2, 1):
        OrganisationFactory(name=f"Association {number}")
        OrganisationFactory(health=True, name=f"Hôpital {number}")
    expected = ["Hôpital 1", "Hôpital 2", "Association 1", "Association 2"]
    assert names([Kind.HEALTH, Kind.ASSOCIATION], communes["61001"]) == expected


def test_an_ended_organisation_and_one_without_an_area_are_not_found(communes):
    OrganisationFactory(name="Partie", is_active=False)
    OrganisationFactory(prosecutor=True, jurisdiction=None)
    assert names(Kind, communes["61001"]) == []
    assert names([], communes["61001"]) == []


def test_it_is_one_query(communes, django_assert_num_queries):
    OrganisationFactory.create_batch(5)
    OrganisationFactory(prosecutor=True)
    with django_assert_num_queries(1):
        found = organisations_for(Kind, communes["61001"])
        assert [entry.kind for entry in found].count(Kind.PROSECUTOR) == 1


def test_the_list_is_narrowed_by_each_filter():
    kept = OrganisationFactory(name="Maison du Perche")
    OrganisationFactory(health=True, name="Hôpital fictif")
    ended = OrganisationFactory(name="Ancienne maison", is_active=False)
    OrganisationFactory(name="Vosges", departement=DepartementFactory(code="88"))
    assert list(organisations(departement="61", kind="association", text="MAISON")) == [kept, ended]
    assert organisations().count() == 4
    assert organisation(kept.pk) == kept
    assert organisation(ended.pk) == ended
