"""Both sides after sending: reading, answering, meeting, ending, taking back."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation
from time_machine import travel

from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.enums import Outcome, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Referral
from tests.accounts.factories import make_membership
from tests.portals.pro.referrals.walking import CONTACT, SITUATION, make_referrer, make_scene, refers
from tests.reports.factories import AT
from tests.undoing import undone


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """Who there is, who refers, and a referral to the shelter, then to the second association: walked once."""
    with django_db_blocker.unblock(), undone():
        with travel(AT, tick=False), translation.override("fr"):
            scene, walker = make_scene(), make_referrer()
            sent = refers(walker, scene.shelter, scene.other)
        yield scene, walker, sent.pk


@pytest.fixture
def scene(told, db):
    return told[0]


@pytest.fixture
def referrer(told, db):
    return told[1].again()


@pytest.fixture
def referral(told, db):
    return Referral.objects.get(pk=told[2])


@pytest.fixture
def step(referral):
    return referral.steps.get(position=0)


@pytest.fixture
def at(step):
    """`at("step_accept")`: the address of something about the first step."""
    return lambda name: reverse(f"pro:{name}", args=[step.pk])


@pytest.fixture
def opened(service, at):
    """The service's browser, after it gave a reason and read."""
    service.post(at("received_step_open"), {"reason": "answering"})
    service.get(at("received_step_content"))
    return service


@pytest.fixture
def accepted(opened, at):
    opened.post(at("step_accept"))
    return opened


def page(client, address, **typed):
    return client.get(address, typed, follow=True).content.decode()


def test_the_service_sees_that_something_waits_and_reads_it_for_a_reason(service, step, at):
    assert step.referral.number in page(service, reverse("pro:referrals_received"))
    closed = page(service, at("received_step"))
    assert SITUATION not in closed
    assert at("step_accept") not in closed
    assert service.post(at("received_step_open"), {}).status_code == 422
    assert SITUATION not in page(service, at("received_step_content"))
    service.post(at("received_step_open"), {"reason": "answering"})
    shown = page(service, at("received_step_content"))
    assert SITUATION in shown
    assert CONTACT in shown
    step.refresh_from_db()
    assert step.state == StepState.SEEN
    assert Line.objects.filter(action=Action.OPENED, reason="answering").exists()


def test_the_planned_service_knows_nothing(referral, scene, signed_in_client):
    second = signed_in_client(scene.second.reader.membership)
    later = referral.steps.get(position=1)
    assert second.get(reverse("pro:received_step", args=[later.pk])).status_code == 404
    assert referral.number not in page(second, reverse("pro:referrals_received"))


def test_accepted_met_and_done_the_outcome_reaches_who_refers(accepted, referral, step, at, referrer):
    assert "Fixez un rendez-vous" in page(accepted, at("received_step"), fait="acceptee")
    accepted.post(at("step_met"))
    assert accepted.post(at("step_finish"), {"words": "Trois mois ici."}).status_code == 422
    accepted.post(at("step_finish"), {"outcome": Outcome.PROTECTED, "words": "Une chambre pour trois mois."})
    referral.refresh_from_db()
    assert referral.state == ReferralState.DONE
    followed = page(referrer.client, reverse("pro:referral", args=[referral.pk]))
    assert "La personne est à l’abri" in followed
    referrer.client.post(reverse("pro:referral_open", args=[referral.pk]), {"reason": "following"})
    told = page(referrer.client, reverse("pro:referral_content", args=[referral.pk]))
    assert "Une chambre pour trois mois." in told
    assert SITUATION in told


def test_an_appointment_is_set_shown_to_both_and_missed_without_an_end(accepted, referral, step, at, referrer):
    assert accepted.post(at("step_appoint"), {"day": "2020-01-01", "time": "14:30", "minutes": "60"}).status_code == 422
    accepted.post(at("step_appoint"), {"day": "2026-11-30", "time": "14:30", "minutes": "45", "joint": "on"})
    step.refresh_from_db()
    assert step.appointment_at == dt.datetime(2026, 11, 30, 13, 30, tzinfo=dt.UTC)
    assert step.appointment_joint
    for client, address in (
        (accepted, at("received_step")),
        (referrer.client, reverse("pro:referral", args=[referral.pk])),
    ):
        assert at("step_calendar") in page(client, address)
        file = client.get(at("step_calendar"))
        assert file["Content-Type"].startswith("text/calendar")
        assert b"BEGIN:VEVENT" in file.content
        assert step.service.name.encode() not in file.content
    accepted.post(at("step_missed"))
    step.refresh_from_db()
    assert (step.state, step.appointment_at) == (StepState.ACCEPTED, None)
    assert accepted.get(at("step_calendar")).status_code == 404


def test_a_refusal_has_a_reason_goes_on_and_says_what_to_try(opened, referral, step, at, referrer):
    assert opened.post(at("step_refuse"), {"words": "Essayer le 115."}).status_code == 422
    opened.post(at("step_refuse"), {"reason": RefusalReason.FULL, "words": "Essayer le 115."})
    assert [one.state for one in referral.steps.order_by("position")] == [StepState.REFUSED, StepState.PROPOSED]
    shown = page(referrer.client, reverse("pro:referral", args=[referral.pk]))
    assert "Pas de place dans le délai" in shown
    assert "Ce que vous pouvez essayer" in shown
    assert SITUATION not in page(opened, at("received_step_content"))


def test_silence_stands_first_and_reaches_the_lead(referral, step, scene, signed_in_client, time_machine):
    organisation = scene.orne.association.organisation
    later = AT + dt.timedelta(days=7)
    services.watch_silence(at=AT + dt.timedelta(days=4))
    services.watch_silence(at=later)
    time_machine.move_to(later, tick=False)
    service, lead = (signed_in_client(make_membership(organisation, role)) for role in (Role.RECIPIENT, Role.LEAD))
    assert "relancée" in page(service, reverse("pro:referrals_received"))
    assert "Remontées jusqu’à vous" not in page(service, reverse("pro:referrals_received"))
    shown = page(lead, reverse("pro:referrals_received"))
    assert "Remontées jusqu’à vous" in shown
    assert step.referral.number in shown


def test_she_takes_back_her_agreement_and_the_service_reads_no_more(opened, referral, step, at, referrer):
    asked = page(referrer.client, at("step_revoke"))
    assert "retire-t-elle son accord" in asked
    answer = referrer.client.post(at("step_revoke"), follow=True)
    assert "ne peut plus rien ouvrir" in answer.content.decode()
    step.refresh_from_db()
    assert (step.state, step.withdrawn) == (StepState.WITHDRAWN, Withdrawn.PERSON)
    assert SITUATION not in page(opened, at("received_step_content"))
    assert opened.get(at("step_revoke")).status_code == 404


def test_who_refers_takes_back_one_service_then_everything(referral, step, at, referrer):
    referrer.client.post(at("step_withdraw"))
    assert referral.steps.get(position=1).state == StepState.PROPOSED
    referrer.client.post(reverse("pro:referral_withdraw", args=[referral.pk]))
    referral.refresh_from_db()
    assert referral.state == ReferralState.WITHDRAWN
    assert "aucun service ne peut plus" in page(
        referrer.client, reverse("pro:referral", args=[referral.pk]), fait="retiree"
    )


def test_a_further_service_is_added_with_her_agreement(referrer, scene):
    referral = refers(referrer, scene.shelter)
    assert scene.other.name in page(referrer.client, reverse("pro:referral_add", args=[referral.pk]))
    add = reverse("pro:referral_add_service", args=[referral.pk, scene.other.pk])
    assert referrer.post(add).status_code == 422
    answer = referrer.post(add, parts=["situation"])
    assert "Est-elle d’accord" in referrer.page
    assert answer.status_code == 200
    agreed = {"parts": ["situation"], "act": "agreed", "language": "fr", "given_on": "2026-11-23"}
    assert referrer.client.post(add, agreed).status_code == 422
    referrer.client.post(add, {**agreed, "how": "spoken"})
    further = referral.steps.get(position=1)
    assert (further.service, further.parts) == (scene.other, ["situation"])
    assert further.consent.recorded_by is not None


def test_nobody_else_knows_that_it_exists(referral, step, at, scene, signed_in_client):
    stranger = signed_in_client(scene.orne.police.reader.membership)
    for address in (reverse("pro:referral", args=[referral.pk]), at("received_step"), at("step_accept")):
        method = stranger.post if address.endswith("accepter/") else stranger.get
        assert method(address).status_code == 404
    assert referral.number not in page(stranger, reverse("pro:referrals"))
