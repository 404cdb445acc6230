"""What the project's own files hold, as facts that can be checked without a database."""

from collections import Counter

import pytest

from maillon.base.enums import Confidence
from maillon.territories.enums import JurisdictionKind
from maillon.territories.rules.coverage import assign
from maillon.territories.rules.folding import fold
from maillon.territories.services.files import commune_rows, departement_names, jurisdiction_files


@pytest.fixture(scope="module")
def rows():
    return {row.code: row for row in commune_rows()}


def test_all_communes_of_all_departements_are_there(rows):
    assert len(rows) == 34_875
    assert {row.departement for row in rows.values()} == set(departement_names())
    assert len(departement_names()) == 101
    assert Counter(row.departement for row in rows.values())["61"] == 381


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("61001", "Alençon"),
        ("61214", "L’Aigle"),
        ("61168", "La Ferté Macé"),
        ("76351", "Le Havre"),
        ("97101", "Les Abymes"),
        ("97201", "L’Ajoupa-Bouillon"),
        ("66104", "Los Masos"),
        ("60703", "Aux Marais"),
        ("94038", "L’Haÿ-les-Roses"),
        ("75056", "Paris"),
        ("33200", "Le Haillan"),
    ],
)
def test_names_carry_their_article(rows, code, name):
    assert rows[code].name == name


def test_no_name_has_a_straight_apostrophe_or_lost_its_letters(rows):
    assert not [row.name for row in rows.values() if "'" in row.name or not row.name[0].isupper()]
    assert all(fold(row.name) for row in rows.values())


def test_only_the_known_gaps_are_open(rows):
    assert [row.name for row in rows.values() if not row.postal_codes] == ["Les Trois Lacs"]
    assert sum(row.longitude is None or row.latitude is None for row in rows.values()) == 7
    assert {row.departement for row in rows.values() if row.population is None} == {"60", "976"}


def test_every_commune_of_the_orne_has_one_of_each_kind(rows):
    (data,) = jurisdiction_files()
    places = [(row.code, row.epci) for row in rows.values() if row.departement == data.departement]
    found = assign(places, data.coverages)
    assert Counter(kind for _commune, kind in found) == {kind.value: 381 for kind in JurisdictionKind}
    assert {entry.kind for entry in data.coverages} == {kind.value for kind in JurisdictionKind}


def test_the_codes_in_the_orne_file_exist(rows):
    (data,) = jurisdiction_files()
    orne = [row for row in rows.values() if row.departement == "61"]
    for entry in data.coverages:
        assert entry.communes <= {row.code for row in orne}
        assert entry.intercommunalities <= {row.epci for row in orne}


def test_no_list_that_nobody_has_read_is_called_certain():
    (data,) = jurisdiction_files()
    sure = {entry.code for entry in data.coverages if entry.coverage_confidence is not Confidence.UNCONFIRMED}
    assert sure == {"conseil-departemental-orne"}
