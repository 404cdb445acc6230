"""The list of what was received."""

import pytest
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from tests.accounts.factories import sign_in
from tests.portals.pro.inbox.conftest import CANARY, IDENTITY
from tests.reports.acting import in_hand
from tests.reports.factories import make_person, make_report, transmission_to

LIST = "/boite/"


def test_it_shows_clear_facts_and_nothing_sealed(reader, sent):
    page = reader.get(LIST).content.decode()
    for shown in (sent.report.number, "Alençon", "arrivé", sent.report.organisation.name, "15 à 17"):
        assert shown in page
    assert CANARY not in page
    assert IDENTITY not in page


def test_each_line_says_how_long_is_left(reader, sent):
    page = reader.get(LIST).content.decode()
    assert "Accusé de réception attendu" in page
    assert "reste 24 heures" in page


def test_cells_carry_their_label_for_narrow_screens(reader, sent):
    page = reader.get(LIST).content.decode()
    for label in ("État", "Délai", "Commune", "Âge"):
        assert f'data-label="{label}"' in page


@pytest.mark.parametrize("query", ["?show=mine", "?state=closed", "?text=Flers", "?text=0000-0000-0", "?show=late"])
def test_a_filter_that_fits_nothing_says_so(reader, sent, query):
    page = reader.get(LIST + query).content.decode()
    assert sent.report.number not in page
    assert "Aucun signalement ne correspond" in page


@pytest.mark.parametrize("query", ["?show=minors", "?state=sent", "?show=all", "?show=what", "?page=99", "?state=x"])
def test_a_filter_that_fits_shows_it(reader, sent, query):
    assert sent.report.number in reader.get(LIST + query).content.decode()


def test_a_number_finds_a_report_whatever_its_state(reader, sent):
    assert sent.report.number in reader.get(LIST, {"text": sent.report.number.lower()}).content.decode()


def test_an_empty_inbox_says_so(reader):
    assert "Rien n’attend" in reader.get(LIST).content.decode()


def test_more_than_a_page_is_turned(reader, orne):
    for _ in range(26):
        make_report(orne)
    assert reader.get(LIST).content.decode().count("<tr>") == 26
    assert reader.get(LIST + "?page=2").content.decode().count("<tr>") == 2


def test_the_number_of_queries_does_not_grow_with_the_list(reader, orne, django_assert_num_queries):
    for _ in range(2):
        in_hand(orne.council, transmission_to(make_report(orne), orne.council))
    reader.get(LIST)
    with django_assert_num_queries(QUERIES):
        reader.get(LIST)
    for _ in range(10):
        in_hand(orne.council, transmission_to(make_report(orne), orne.council))
    with django_assert_num_queries(QUERIES):
        reader.get(LIST)


# Session, acting membership, what installation this is, the number of rows, the keys of the page’s rows, these rows,
# what is asked about them, the counts.
QUERIES = 8


def test_colleagues_who_only_report_and_administrators_have_no_inbox(orne, sent):
    for role in (Role.REPORTER, Role.ADMINISTRATOR):
        person = make_person(orne.council.organisation, role)
        assert sign_in(Client(), person.membership).get(LIST).status_code == 403


def test_another_organisation_sees_nothing_of_it(orne, sent):
    police = sign_in(Client(), orne.police.reader.membership)
    assert sent.report.number not in police.get(LIST + "?show=all").content.decode()
    assert police.get(reverse("pro:transmission", args=[sent.id])).status_code == 404
