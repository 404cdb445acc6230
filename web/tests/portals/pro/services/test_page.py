"""A service's page and its one-button acts."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.base import clock
from maillon.directory.models import Call, Confirmation, Place, Service
from maillon.directory.services import end_service, note_success, say_capacity
from maillon.portals.pro.services.shown import places
from tests.directory.offers import ALENCON, make_service
from tests.territories.factories import Somebody


def at(service, name="service"):
    return reverse(f"pro:{name}", args=[service.pk])


def page(client, service):
    return client.get(at(service)).content.decode()


@pytest.fixture
def service(provider):
    return make_service(provider, at=clock.now(), hours="24/7", places=(ALENCON,))


def test_what_nobody_said_is_said_to_be_unknown(reporter, service):
    shown = dict(reporter.get(at(service)).context["facts"])
    assert shown["Horaires"] == "24 h/24, 7 j/7"
    assert {str(shown[name]) for name in ("Âge", "Accueille", "Conditions", "Langues parlées", "Coût")} == {
        "non indiqué"
    }
    assert "ouvert à toute heure" in page(reporter, service)


def test_a_confidential_service_shows_no_place(reporter, provider):
    secret = make_service(provider, at=clock.now(), is_confidential=True, how="Un professionnel appelle.")
    answer = reporter.get(at(secret))
    assert answer.context["places"] == []
    assert "confidentielle" in answer.content.decode()
    assert "Un professionnel appelle." in answer.content.decode()


def test_even_a_place_that_should_not_be_there_is_not_shown():
    secret = Service(is_confidential=True)
    secret._prefetched_objects_cache = {"places": [Place(commune_id="61001", address="1 rue Inventée")]}
    assert places(secret) == []


def test_one_tap_says_whether_the_phone_answered(reporter, service):
    answer = reporter.post(at(service, "service_answered"), {"answered": "no"}, follow=True)
    assert "personne n’a répondu" in answer.content.decode()
    assert Call.objects.get().answered is False
    reporter.post(at(service, "service_answered"), {"answered": "yes"})
    assert [call.answered for call in Call.objects.all()] == [True]


def test_a_lead_confirms_in_her_own_name(inside, lead, service):
    inside.post(at(service, "service_confirm"))
    said = Confirmation.objects.get(way="confirmed")
    assert said.by_name == f"{lead.member.name}, {lead.organisation.name}"
    assert lead.member.name in page(inside, service)


def test_free_places_show_their_age_and_go_when_they_expire(reporter, service):
    now = clock.now()
    say_capacity(service.pk, 2, 8, by=Somebody(), by_name="Camille Roussel", at=now - dt.timedelta(days=6))
    assert "2 places libres" in page(reporter, service)
    assert "6\u00a0jours" in page(reporter, service)
    service.capacities.update(said_at=now - dt.timedelta(days=8), expires_at=now - dt.timedelta(days=1))
    assert "2 places libres" not in page(reporter, service)
    assert "Inconnues aujourd’hui" in page(reporter, service)


def test_those_who_work_there_say_how_many_places_are_free(signed_in_client, member_of, lead, service):
    reader = signed_in_client(member_of(lead.organisation, Role.RECIPIENT))
    assert reader.post(at(service, "service_capacity"), {"free": "9", "total": "8"}).status_code == 422
    assert reader.post(at(service, "service_capacity"), {"free": "", "total": ""}).status_code == 422
    assert reader.post(at(service, "service_capacity"), {"free": "0", "total": "8"}).status_code == 302
    assert service.capacities.get().free == 0
    assert "Complet" in page(reader, service)
    assert at(service, "service_edit") not in page(reader, service)


def test_a_doubtful_entry_warns(reporter, provider):
    stale = make_service(provider, at=clock.now() - dt.timedelta(days=200))
    assert "Appelez avant d’orienter" in page(reporter, stale)
    note_success(stale.pk, localdate(clock.now()))
    assert "Appelez avant d’orienter" not in page(reporter, stale)


def test_ending_and_reopening(inside, service):
    assert "pris fin" in inside.get(at(service, "service_end")).content.decode()
    inside.post(at(service, "service_end"))
    assert Service.objects.get(pk=service.pk).ended_on is not None
    for name in ("service_answered", "service_confirm", "service_end"):
        assert inside.post(at(service, name)).status_code == 404
    inside.post(at(service, "service_reopen"))
    assert Service.objects.get(pk=service.pk).ended_on is None
    assert inside.post(at(service, "service_reopen")).status_code == 404


def test_others_may_neither_change_nor_end_it(reporter, service):
    for name in ("service_edit", "service_capacity", "service_end"):
        assert reporter.get(at(service, name)).status_code == 404
    assert reporter.post(at(service, "service_confirm")).status_code == 404
    end_service(service.pk, by=Somebody(), at=clock.now())
    assert reporter.post(at(service, "service_reopen")).status_code == 404
