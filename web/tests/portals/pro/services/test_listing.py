"""The list of services: found by words, need and commune, with what is doubtful last and what is hidden apart."""

import datetime as dt

import pytest
from django.urls import reverse

from maillon.base import clock
from maillon.directory.enums import Need
from maillon.directory.services import end_service
from tests.directory.offers import ALENCON, make_service
from tests.territories.factories import Somebody

LIST = reverse("pro:services")


def names(client, **asked):
    return [row.service.name for row in client.get(LIST, asked).context["rows"]]


@pytest.fixture
def now():
    return clock.now()


def test_words_need_and_commune_narrow_and_accents_do_not_matter(reporter, now):
    make_service(at=now, name="Élan juridique")
    make_service(at=now, name="Abri", needs=(Need.SHELTER,), zone=("C61169",))
    assert names(reporter) == ["Abri", "Élan juridique"]
    assert names(reporter, text="elan jurid") == ["Élan juridique"]
    assert names(reporter, need="shelter") == ["Abri"]
    assert names(reporter, commune="alencon") == ["Élan juridique"]
    assert names(reporter, commune="Flers") == ["Abri", "Élan juridique"]


def test_an_unknown_commune_shows_nothing_and_says_why(reporter, now):
    make_service(at=now)
    answer = reporter.get(LIST, {"commune": "zzzz"})
    assert not answer.context["rows"]
    assert "Aucune commune trouvée" in answer.content.decode()


def test_stale_entries_stand_last_and_hidden_ones_only_where_asked_for(inside, provider, now):
    make_service(provider, at=now, name="Zélée")
    make_service(provider, at=now - dt.timedelta(days=200), name="Ancienne")
    make_service(provider, at=now - dt.timedelta(days=300), name="Masquée")
    assert names(inside) == ["Zélée", "Ancienne"]
    assert names(inside, show="due") == ["Masquée", "Ancienne"]
    assert names(inside, show="own") == ["Zélée", "Ancienne", "Masquée"]


def test_to_confirm_are_a_leads_own_and_a_keepers_all(inside, provider, now, member_of, signed_in_client):
    from maillon.accounts.enums import Role
    from maillon.directory.enums import OrganisationKind

    long_ago = now - dt.timedelta(days=200)
    make_service(provider, at=long_ago, name="À nous")
    make_service(at=long_ago, name="Ailleurs")
    keeper = signed_in_client(member_of(OrganisationKind.PREFECTURE, Role.LEAD))
    assert names(inside, show="due") == ["À nous"]
    assert sorted(names(keeper, show="due")) == ["Ailleurs", "À nous"]


def test_ended_services_stand_apart(reporter, now):
    made = make_service(at=now)
    end_service(made.pk, by=Somebody(), at=now)
    assert names(reporter) == []
    assert names(reporter, show="ended") == [made.name]


def test_only_those_who_may_add_are_offered_it(reporter, inside):
    assert reverse("pro:service_new") not in reporter.get(LIST).content.decode()
    assert reverse("pro:service_new") in inside.get(LIST).content.decode()


def test_a_long_list_costs_the_same(reporter, now, django_assert_max_num_queries):
    for number in range(6):
        make_service(at=now, name=f"Service {number}")
    with django_assert_max_num_queries(7) as few:
        reporter.get(LIST)
    for number in range(6, 12):
        make_service(at=now, name=f"Service {number}")
    with django_assert_max_num_queries(len(few)):
        reporter.get(LIST)


def test_the_map_shows_what_the_list_would_and_no_dot_for_a_secret(reporter, now):
    make_service(at=now, name="Permanence", places=(ALENCON,))
    make_service(at=now, name="Abri secret", is_confidential=True, needs=(Need.SHELTER,))
    answer = reporter.get(reverse("pro:services_map"))
    shown = {spot.label: spot.longitude for spot in answer.context["spots"]}
    assert shown["Permanence"] is not None
    assert shown["Abri secret"] is None
    assert "confidentielle" in answer.content.decode()
    assert [spot.label for spot in reporter.get(reverse("pro:services_map"), {"need": "shelter"}).context["spots"]] == [
        "Abri secret"
    ]
    assert reverse("pro:services_map") + "?need=legal" in reporter.get(LIST, {"need": "legal"}).content.decode()
