"""Finding a commune by whatever a person types, and reading who is competent."""

import pytest

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Competence
from maillon.territories.selectors import (
    competences,
    covered_departements,
    departements,
    jurisdictions,
    search_communes,
    to_confirm_counts,
)
from maillon.territories.services import load_jurisdictions
from maillon.territories.services.files import jurisdiction_files


def names(query, **options):
    return [commune.name for commune in search_communes(query, **options)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("alencon", "Alençon"),
        ("ALENÇON", "Alençon"),
        ("alen", "Alençon"),
        ("l'aigle", "L’Aigle"),
        ("Aigle", "L’Aigle"),
        ("ferté-macé", "La Ferté Macé"),
        ("st ceneri", "Saint-Céneri-le-Gérei"),
        ("Saint Cén", "Saint-Céneri-le-Gérei"),
        ("gerei", "Saint-Céneri-le-Gérei"),
        ("ste ceronne", "Sainte-Céronne-lès-Mortagne"),
        ("perche", "Mortagne-au-Perche"),
        ("poiraie", "Domfront en Poiraie"),
        ("61300", "L’Aigle"),
        ("613", "L’Aigle"),
        ("sées 61500", "Sées"),
        ("61500 see", "Sées"),
        # Slips.
        ("alenson", "Alençon"),
        ("Argentn", "Argentan"),
        ("Domfornt", "Domfront en Poiraie"),
        ("saint cenery", "Saint-Céneri-le-Gérei"),
    ],
)
def test_a_commune_is_found_as_people_type_it(communes, typed, first):
    assert names(typed)[0] == first


@pytest.mark.parametrize("typed", ["", " ", "a", "é", "7", "zzzz", "75001", "alençon 88", "%", "_____", "\x00\x01"])
def test_nothing_is_found_where_nothing_is_meant(communes, typed):
    assert names(typed) == []


def test_home_comes_first_unless_the_other_is_the_whole_name(communes):
    assert names("mortagne", near_departement="61") == [
        "Mortagne-au-Perche",
        "Mortagne",
        "Sainte-Céronne-lès-Mortagne",
    ]
    assert names("mortagne", near_departement="88")[0] == "Mortagne"
    assert names("mortagne")[0] == "Mortagne"


def test_the_more_populous_comes_first_among_equals(communes):
    assert names("61")[:3] == ["Alençon", "Flers", "Argentan"]


def test_the_limit_holds(communes):
    assert names("61", limit=2) == ["Alençon", "Flers"]


def test_a_commune_shows_once_though_two_of_its_postal_codes_match(communes):
    assert len(communes["61168"].postal_codes) == 2
    assert names("61").count("La Ferté Macé") == 1


def test_saint_stands_for_sainte_until_more_is_typed(communes):
    assert set(names("saint")) == {"Saint-Céneri-le-Gérei", "Sainte-Céronne-lès-Mortagne"}
    assert names("sainte") == ["Sainte-Céronne-lès-Mortagne"]


def test_a_search_is_two_or_three_queries(communes, django_assert_num_queries):
    with django_assert_num_queries(2):
        search_communes("alencon", near_departement="61")
    with django_assert_num_queries(3):
        search_communes("alenson", near_departement="61")


def test_competences_are_listed_by_commune_and_narrowed(communes):
    (data,) = jurisdiction_files()
    load_jurisdictions(data)
    listed = list(competences("61"))
    assert len(listed) == 30
    assert listed[0].commune.name == "L’Aigle"
    assert {row.kind for row in competences("61", to_confirm=True)} == {"prosecutor", "force"}
    assert to_confirm_counts() == {"61": 20}
    Competence.objects.update(confidence=Confidence.VERIFIED.value)
    assert to_confirm_counts() == {}
    assert [found.code for found in covered_departements()] == ["61"]
    assert [found.code for found in departements()] == ["61", "88"]
    assert [found.code for found in jurisdictions("61", JurisdictionKind.PROSECUTOR)] == [
        "parquet-alencon",
        "parquet-argentan",
    ]
    assert len(jurisdictions("61")) == 7
