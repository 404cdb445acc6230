"""The pages list everything that guidance rests on, to members only."""

import html
from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.guidance.enums import Channel, Duty
from maillon.guidance.rulebook import load
from tests.portals.asking import ask, membership

PAGES = ("rules", "rules_sources", "rules_grounds", "rules_contacts", "rules_signs")


@pytest.fixture
def page(db):
    by = membership(Role.REPORTER)

    def get(name, on=datetime(2026, 11, 23, 12, tzinfo=UTC)):
        with time_machine.travel(on, tick=False):
            response = ask(reverse(f"pro:{name}"), by)
        assert response.status_code == 200
        return html.unescape(response.content.decode())

    return get


@pytest.mark.parametrize("name", PAGES)
def test_only_members_come_in(name, db):
    address = reverse(f"pro:{name}")
    assert address.startswith("/regles/")
    response = Client().get(address)
    assert response.status_code == 302
    assert quote(address, safe="") in response["Location"]


@pytest.mark.parametrize("role", Role)
def test_every_role_may_read_the_rules(role, db):
    assert ask(reverse("pro:rules"), membership(role)).status_code == 200


def test_every_rule_and_step_is_listed_with_its_ground_and_sources(page):
    book, text = load(), page("rules")
    for rule in book.rules.values():
        assert f'id="{rule.code}"' in text
        assert rule.situation in text
    for row in book.rows.values():
        part = text.partition(f'id="{row.code}"')[2].partition("</article>")[0]
        assert row.what in part
        assert book.grounds[row.ground].name in part
        assert all(said in part for said in (*row.avoid, *row.tell))
        assert all(f"#{code}" in part for code in row.sources)
        assert book.word(book.confidence(row.sources, date(2026, 11, 23))) in part
    assert book.version in text


def test_conditions_stand_in_words(page):
    part = page("rules").partition('id="adult-art40-refuses"')[2].partition("</article>")[0]
    for words in (
        "agent public",
        "un crime ou un délit",
        "ne souhaite pas d’aide",
        "Mineure, ou âge douteux\u00a0: non",
    ):
        assert words in part
    assert "Pour l’identité" not in part


def test_what_the_law_permits_is_never_shown_as_an_order(page):
    text = page("rules")
    for row in load().rows.values():
        part = text.partition(f'id="{row.code}"')[2].partition("</article>")[0]
        required = row.duty is Duty.MUST and not row.optional
        sent = row.channel is Channel.TRANSMISSION
        assert ("destinataire obligatoire" in part) is (required and sent)
        assert ("La loi l’impose" in part) is (row.duty is Duty.MUST)
    health = text.partition('id="minor-prosecutor-health"')[2].partition("</article>")[0]
    assert "La loi le permet" in health
    assert "proposé coché, peut être décoché" in health
    assert "examinée au rang 3" in health


def test_the_ground_of_an_identity_is_named(page):
    part = page("rules").partition('id="adult-art40-hold"')[2].partition("</article>")[0]
    assert f"Pour l’identité\u00a0: {load().grounds['cp_226_14_3'].name}" in part


def test_sources_show_article_dates_and_what_they_are_worth(page):
    text = page("rules_sources")
    for source in load().sources.values():
        part = text.partition(f'<tr id="{source.code}">')[2].partition("</tr>")[0]
        for said in (source.article, source.summary, source.source, source.note, load().word(source.confidence)):
            assert said in part
        assert source.expires_on.strftime("%d/%m/%Y") in part
        assert "dépassé" not in part


def test_a_source_past_its_day_is_to_be_confirmed(page):
    text = page("rules_sources", on=datetime(2027, 6, 1, 12, tzinfo=UTC))
    late = text.partition('<tr id="cp_434_3">')[2].partition("</tr>")[0]
    assert "à confirmer" in late
    assert "dépassé" in late
    fresh = text.partition('<tr id="cpp_40">')[2].partition("</tr>")[0]
    assert "à confirmer" not in fresh


def test_grounds_and_clocks(page):
    text = page("rules_grounds")
    assert all(ground.name in text and ground.terms in text for ground in load().grounds.values())
    assert all(clock.basis in text for clock in load().clocks.values())
    assert all(item.basis in text for item in load().expectations.values())
    assert "parcours de sortie" in text


def test_contacts_and_what_is_late(page):
    text = page("rules_contacts")
    assert all(item.name in text and (item.number or item.url) in text for item in load().contacts.values())
    assert ">à vérifier<" not in text
    assert ">à vérifier<" in page("rules_contacts", on=datetime(2027, 6, 1, 12, tzinfo=UTC))


def test_signs_show_what_is_known_of_them(page):
    text = page("rules_signs")
    kept, _, discarded = text.partition("Signes écartés")
    for sign in load().signs.values():
        part = kept if sign.trades else discarded
        assert sign.text in part
    assert load().word(load().signs["ad_vouching"].evidence) in kept
    assert load().word(load().signs["ad_stated_age"].evidence) in discarded


def test_the_pages_ask_the_database_nothing(db, django_assert_num_queries):
    by = membership(Role.REPORTER)
    assert by.organisation.name
    for name in PAGES:
        with django_assert_num_queries(1):
            # The banner that says whether the data are invented.
            ask(reverse(f"pro:{name}"), by)
