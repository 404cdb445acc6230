"""What the law makes of an organisation, over every kind and secrecy."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.directory.rules import (
    JURISDICTION_KINDS,
    PUBLIC_KINDS,
    is_psp_approved,
    may_hold_offence_data,
    psp_approval_ends,
    reporter_statuses,
)
from maillon.guidance.enums import ReporterStatus
from maillon.territories.enums import JurisdictionKind

DAY = dt.date(2026, 11, 24)
DATES = st.dates(dt.date(2016, 1, 1), dt.date(2090, 12, 31))
EVERY = list(product(OrganisationKind, Secrecy, [False, True]))


@pytest.mark.parametrize(
    ("kind", "secrecy", "expected"),
    [
        ("gendarmerie", "bound", {"public_official"}),
        ("police", "none", {"public_official"}),
        ("prosecutor", "bound", {"public_official"}),
        ("fire_rescue", "to_confirm", {"public_official", "secrecy_bound"}),
        ("prefecture", "discretion", {"public_official"}),
        ("council", "discretion", {"public_official", "secrecy_bound", "child_protection"}),
        ("health", "none", {"health_professional", "secrecy_bound"}),
        ("school", "discretion", {"private_person"}),
        ("association", "bound", {"secrecy_bound"}),
        ("association", "to_confirm", {"secrecy_bound"}),
        ("association", "discretion", {"private_person"}),
        ("association", "none", {"private_person"}),
        ("lodging", "none", {"lodging"}),
        ("other", "to_confirm", {"private_person"}),
    ],
)
def test_each_kind_has_the_statuses_of_the_law(kind, secrecy, expected):
    assert reporter_statuses(kind, secrecy) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("health", {"public_official", "health_professional", "secrecy_bound"}),
        ("school", {"public_official"}),
        ("lodging", {"public_official", "lodging"}),
        ("other", {"public_official"}),
    ],
)
def test_a_public_service_makes_public_officials(kind, expected):
    assert reporter_statuses(kind, "none", is_public_service=True) == expected


@pytest.mark.parametrize(("kind", "secrecy", "public"), EVERY)
def test_every_organisation_has_statuses_that_guidance_knows(kind, secrecy, public):
    found = reporter_statuses(kind, secrecy, is_public_service=public)
    assert found
    assert found <= {status.value for status in ReporterStatus}
    assert ("private_person" in found) <= (found == {"private_person"})
    assert (kind in PUBLIC_KINDS or public) == ("public_official" in found)


@pytest.mark.parametrize("kind", OrganisationKind)
@given(until=st.none() | DATES, on=DATES)
def test_offence_data_is_for_the_authorities_and_justice_approved_associations(kind, until, on):
    authority = kind in {"police", "gendarmerie", "prosecutor"}
    approved = kind == "association" and until is not None and on <= until
    assert may_hold_offence_data(kind, until, on) == (authority or approved)


def test_the_last_day_of_a_justice_approval_counts():
    assert may_hold_offence_data("association", DAY, DAY)
    assert not may_hold_offence_data("association", DAY, DAY + dt.timedelta(days=1))
    assert not may_hold_offence_data("health", DAY, DAY)


@given(DATES)
def test_an_exit_path_approval_lasts_three_years(start):
    end = psp_approval_ends(start)
    assert end.year == start.year + 3
    assert 1095 <= (end - start).days <= 1096
    assert is_psp_approved(start, end, start)
    assert is_psp_approved(start, end, end - dt.timedelta(days=1))
    assert not is_psp_approved(start, end, end)
    assert not is_psp_approved(start, end, start - dt.timedelta(days=1))


def test_a_leap_day_ends_on_the_day_after_february():
    assert psp_approval_ends(dt.date(2028, 2, 29)) == dt.date(2031, 3, 1)
    assert not is_psp_approved(None, None, DAY)


def test_the_kinds_named_in_the_rules_exist():
    kinds = {kind.value for kind in OrganisationKind}
    assert kinds >= PUBLIC_KINDS | set(JURISDICTION_KINDS)
    assert set(JURISDICTION_KINDS.values()) == {kind.value for kind in JurisdictionKind}
