"""Where a service acts, and how that is corrected."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.rules import zones

FRANCE = {"14": ["14001", "14002"], "27": ["27001"], "61": ["61001", "61002", "61003"]}
COMMUNES = {commune: code for code, communes in FRANCE.items() for commune in communes}
ENTRIES = ["FR", *(f"D{code}" for code in FRANCE), *(f"C{code}" for code in COMMUNES)]
ZONES = st.lists(st.sampled_from(ENTRIES), min_size=1, unique=True)
REFUSED = st.sets(st.sampled_from(sorted(COMMUNES)), min_size=1)
AT = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def corrected(zone, refused):
    return zones.without(
        "departement", zone, {code: COMMUNES[code] for code in refused}, communes_of=FRANCE, departements=list(FRANCE)
    )


@given(ZONES, REFUSED)
def test_a_corrected_zone_covers_what_it_did_but_for_the_refused_communes(zone, refused):
    after = corrected(zone, refused).zone
    for commune, departement in COMMUNES.items():
        expected = zones.covers(zone, commune, departement) and commune not in refused
        assert zones.covers(after, commune, departement) == expected


@given(ZONES, REFUSED)
def test_correcting_twice_changes_nothing_more(zone, refused):
    after = corrected(zone, refused)
    assert corrected(after.zone, refused).zone == after.zone


def test_a_departement_becomes_its_other_communes():
    assert corrected(["D61", "D27"], {"61002"}) == zones.Corrected("communes", ("C61001", "C61003", "D27"))


def test_a_zone_that_never_covered_the_commune_keeps_its_kind():
    assert corrected(["D27"], {"61002"}) == zones.Corrected("departement", ("D27",))


def test_nothing_may_be_left():
    assert corrected(["C61001"], {"61001"}).zone == ()


def test_three_refusals_in_half_a_year_are_a_proposal():
    moments = [AT - dt.timedelta(days=days) for days in (0, 90, 179)]
    assert zones.proposes(moments, AT)
    assert not zones.proposes(moments, AT + dt.timedelta(days=1))
    assert not zones.proposes(moments[:2], AT)
    assert not zones.proposes([AT + dt.timedelta(days=1), *moments[:2]], AT)
