"""Deciding on corrections of zones."""

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.base import clock
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Service, ZoneProposal
from maillon.directory.services import note_out_of_zone
from tests.directory.offers import make_service

ZONES = reverse("pro:zones")


def proposed(service):
    for _ in range(3):
        note_out_of_zone(refusal_id=new_id(), service_id=service.pk, commune_code="61169", at=clock.now())
    return ZoneProposal.objects.get(service=service)


def decide(client, proposal, answer):
    return client.post(reverse("pro:zone_decide", args=[proposal.pk]), {"answer": answer}, follow=True)


@pytest.fixture
def proposal(provider):
    return proposed(make_service(provider, at=clock.now()))


def test_a_lead_sees_her_own_and_a_keeper_all(inside, proposal, member_of, signed_in_client):
    other = proposed(make_service(at=clock.now(), name="Ailleurs"))
    keeper = signed_in_client(member_of(OrganisationKind.ASSOCIATION, Role.ADMINISTRATOR))
    assert [line["proposal"] for line in inside.get(ZONES).context["lines"]] == [proposal]
    assert [line["proposal"] for line in keeper.get(ZONES).context["lines"]] == [proposal, other]
    assert inside.get(ZONES).context["lines"][0]["communes"] == ["Flers (61100)"]


def test_the_page_and_the_list_point_to_it(inside, proposal):
    assert ZONES in inside.get(reverse("pro:service", args=[proposal.service_id])).content.decode()
    assert ZONES in inside.get(reverse("pro:services")).content.decode()


def test_accepting_corrects_the_zone(inside, proposal):
    answer = decide(inside, proposal, "accept")
    assert "Le territoire est corrigé" in answer.content.decode()
    assert "C61169" not in Service.objects.get(pk=proposal.service_id).zone


def test_dismissing_leaves_it_and_an_unknown_answer_does_nothing(inside, proposal):
    decide(inside, proposal, "perhaps")
    assert ZoneProposal.objects.get().decided == ""
    decide(inside, proposal, "dismiss")
    assert ZoneProposal.objects.get().decided == "dismissed"
    assert Service.objects.get(pk=proposal.service_id).zone == ["D61"]


def test_what_was_decided_is_not_decided_again(inside, proposal):
    decide(inside, proposal, "dismiss")
    assert decide(inside, proposal, "accept").status_code == 404


def test_a_zone_that_would_be_emptied_is_told_in_words(inside, provider):
    lonely = proposed(make_service(provider, at=clock.now(), zone=("C61169",)))
    answer = decide(inside, lonely, "accept")
    assert answer.status_code == 409
    assert "aucune commune" in answer.content.decode()


def test_a_reporter_decides_nothing(reporter, proposal):
    assert reporter.get(ZONES).status_code == 403
    assert decide(reporter, proposal, "accept").status_code == 404
