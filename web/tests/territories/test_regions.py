"""Regions and their départements."""

import pytest

from maillon.territories.regions import departements_of, region_made_of, region_of, regions
from maillon.territories.services.files import departement_names


def test_every_departement_lies_in_one_region_and_none_is_left_over():
    found = [code for region in regions() for code in departements_of(region)]
    assert sorted(found) == sorted(departement_names())
    assert all(code in departements_of(region_of(code)) for code in departement_names())
    assert len(regions()) == 18


def test_the_orne_lies_in_normandie():
    assert region_of("61") == "28"
    assert regions()["28"] == "Normandie"
    assert departements_of("28") == ("14", "27", "50", "61", "76")


def test_a_zone_that_is_a_region_is_known_again_and_no_other_is():
    assert {region_made_of(departements_of(code)) for code in regions()} == set(regions())
    assert region_made_of(["61", "14", "50", "27", "76"]) == "28"
    assert region_made_of(["61", "14"]) is None
    assert region_made_of(["14", "27", "50", "61", "76", "75"]) is None
    assert region_made_of([]) is None


def test_what_does_not_exist_has_no_region():
    assert departements_of("99") == ()
    with pytest.raises(KeyError):
        region_of("99")
