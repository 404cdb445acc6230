"""Communes found while somebody types."""

import logging

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from tests.directory.factories import DepartementFactory
from tests.portals.asking import ask, membership
from tests.territories.factories import load_known_communes

pytestmark = pytest.mark.django_db
ADDRESS = reverse("pro:communes")


@pytest.fixture
def reporter():
    load_known_communes()
    return membership(Role.REPORTER)


def found(by, **query):
    return ask(ADDRESS, by, query).content.decode()


def test_nobody_comes_in_without_signing_in(reporter):
    answer = ask(ADDRESS, None, {"q": "alencon"})
    assert answer.status_code == 302
    assert "alencon" not in answer.url


@pytest.mark.parametrize("role", Role)
def test_every_member_may_look_a_commune_up(role):
    load_known_communes()
    assert ask(ADDRESS, membership(role), {"q": "alencon"}).status_code == 200


def test_matches_are_radio_buttons_with_their_code(reporter):
    page = found(reporter, q="st ceneri")
    assert '<input type="radio" name="commune" value="61372" id="commune-61372">' in page
    assert '<label class="choice-label" for="commune-61372">Saint-Céneri-le-Gérei (61250)</label>' in page
    assert "1 commune trouvée" in page
    assert "<html" not in page


def test_the_name_of_the_reports_own_field_serves_too(reporter):
    assert found(reporter, typed="flers") == found(reporter, q="flers")


def test_the_members_departement_comes_first(reporter):
    page = found(reporter, q="mortagne")
    assert page.index("Mortagne-au-Perche") < page.index("Mortagne (88600)")
    elsewhere = found(membership(Role.REPORTER, departement=DepartementFactory(code="88")), q="mortagne")
    assert elsewhere.index("Mortagne (88600)") < elsewhere.index("Mortagne-au-Perche")


def test_nothing_found_says_what_to_do(reporter):
    page = found(reporter, q="zzzz")
    assert "essayez le code postal" in page
    assert "radio" not in page


@pytest.mark.parametrize("typed", ["", " ", "a"])
def test_too_little_is_answered_with_nothing(reporter, typed):
    assert found(reporter, q=typed).strip() == ""


def test_markup_in_the_search_is_not_echoed(reporter):
    assert "<script" not in found(reporter, q="<script>alert(1)</script>")


@pytest.mark.guardrail
def test_what_is_typed_is_in_no_log(reporter, caplog):
    with caplog.at_level(logging.DEBUG):
        found(reporter, q="alencon")
    assert "alencon" not in caplog.text.lower()
