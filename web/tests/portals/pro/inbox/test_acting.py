"""From acknowledging to closing, as a person does it with buttons and forms."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.guidance.enums import Ground
from maillon.reports import services
from maillon.reports.enums import Outcome, ReturnReason, State
from maillon.reports.models import Message, Note, Transmission
from tests.accounts.factories import sign_in
from tests.reports.acting import act, open_as, transferred
from tests.reports.factories import AT, make_house, make_person


def fresh(transmission):
    return Transmission.objects.get(pk=transmission.pk)


@pytest.fixture
def acknowledged(opened, at):
    opened.post(at("transmission_acknowledge"))
    return opened


def test_acknowledged_it_says_so_and_offers_what_comes_next(opened, sent, at):
    answer = opened.post(at("transmission_acknowledge"), follow=True)
    page = answer.content.decode()
    assert fresh(sent).state == State.ACKNOWLEDGED
    assert "La réception est confirmée" in page
    assert at("transmission_acknowledge") not in page
    assert at("transmission_take") in page


def test_an_act_that_is_not_offered_is_not_found(reader, sent, at):
    for name in ("acknowledge", "take", "take_back", "verify"):
        assert reader.post(at(f"transmission_{name}")).status_code == 404
    for name in ("transfer", "return", "close"):
        assert reader.get(at(f"transmission_{name}")).status_code == 404
    assert fresh(sent).state == State.SENT


def test_taken_it_is_followed_by_who_took_it(acknowledged, orne, sent, at):
    acknowledged.post(at("transmission_take"))
    assert fresh(sent).assigned_to == orne.council.reader.membership


def test_it_is_assigned_to_readers_alone(acknowledged, orne, sent, at):
    colleague = make_person(orne.council.organisation, Role.LEAD).membership
    reporter = make_person(orne.council.organisation).membership
    assert acknowledged.post(at("transmission_assign"), {"to": str(colleague.pk)}).status_code == 302
    assert fresh(sent).assigned_to == colleague
    answer = acknowledged.post(at("transmission_assign"), {"to": str(reporter.pk)})
    assert answer.status_code == 409
    assert "Choisissez un autre membre" in answer.content.decode()
    assert fresh(sent).assigned_to == colleague


def test_a_step_is_marked_and_unmarked(acknowledged, sent, at):
    step = sent.report.steps.first()
    acknowledged.post(at("transmission_step"), {"step": step.code, "done": "yes"})
    step.refresh_from_db()
    assert step.done_at == AT
    acknowledged.post(at("transmission_step"), {"step": step.code, "done": "no"})
    step.refresh_from_db()
    assert step.done_at is None
    assert acknowledged.post(at("transmission_step"), {"step": "invented"}).status_code == 404


def test_a_note_is_added_and_shown(acknowledged, sent, at):
    answer = acknowledged.post(at("transmission_notes"), {"text": "Appeler demain."}, follow=True)
    assert "Appeler demain." in answer.content.decode()
    assert Note.objects.filter(transmission=sent).count() == 1


def test_a_message_asks_for_more(acknowledged, sent, at):
    answer = acknowledged.post(at("transmission_messages"), {"text": "Quel étage ?", "asks": "on"}, follow=True)
    page = answer.content.decode()
    assert "Quel étage ?" in page
    assert "demande de précision" in page
    assert Message.objects.get().asks


@pytest.mark.parametrize("name", ["transmission_messages", "transmission_notes"])
def test_an_empty_text_shows_the_form_again_with_what_is_wrong(acknowledged, at, name):
    answer = acknowledged.post(at(name), {"text": "  "})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


def test_too_long_a_text_is_kept_in_the_form(acknowledged, at):
    answer = acknowledged.post(at("transmission_notes"), {"text": "mot " * 1500})
    assert answer.status_code == 422
    assert "mot mot mot" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_transfer_is_chosen_grounded_confirmed_and_sealed(acknowledged, orne, sent, at):
    health, lodging = (
        make_house(health=True, name="Centre de santé fictif"),
        make_house(lodging=True, name="Hôtel fictif"),
    )
    page = acknowledged.get(at("transmission_transfer")).content.decode()
    assert "Centre de santé fictif" in page
    assert "Hôtel fictif" not in page
    answer = acknowledged.post(at("transmission_transfer"), {"organisation": str(health.organisation.id)})
    there = at("transmission_transfer_to", organisation_id=health.organisation.id)
    assert answer["Location"] == there
    page = acknowledged.get(there).content.decode()
    assert "Partage entre professionnels de la protection de l’enfance" in page
    assert "Seul ce qui est strictement nécessaire est partagé." in page
    assert "Article 40" not in page
    assert acknowledged.post(there, {"ground": Ground.CASF_L226_2_2}).status_code == 422
    assert acknowledged.post(there, {"ground": Ground.CPP_40, "confirmed": "on"}).status_code == 422
    answer = acknowledged.post(there, {"ground": Ground.CASF_L226_2_2, "confirmed": "on"}, follow=True)
    assert "transféré" in answer.content.decode()
    assert fresh(sent).state == State.TRANSFERRED
    assert open_as(health.reader, Transmission.objects.get(parent=sent)).content.narrative
    off_list = at("transmission_transfer_to", organisation_id=lodging.organisation.id)
    assert acknowledged.get(off_list).status_code == 404


def test_given_back_it_waits_to_be_taken_up(acknowledged, orne, sent, at):
    health = make_house(health=True)
    onward = transferred(orne.council, fresh(sent), health, Ground.CASF_L226_2_2)
    there = sign_in(Client(), health.reader.membership)
    open_as(health.reader, onward)
    give_back = reverse("pro:transmission_return", args=[onward.id])
    assert there.post(give_back, {}).status_code == 422
    answer = there.post(give_back, {"reason": ReturnReason.NO_CAPACITY}, follow=True)
    assert "Vous ne pouvez plus l’ouvrir" in answer.content.decode()
    assert there.get(reverse("pro:transmission_content", args=[onward.id])).status_code in {302, 404}
    page = acknowledged.get(at()).content.decode()
    assert "À reprendre" in page
    assert "Pas de moyens d’agir dans le délai" in page
    acknowledged.post(at("transmission_take_back"))
    assert fresh(sent).state == State.IN_HAND


def test_while_another_has_it_closing_is_refused_in_words(acknowledged, orne, sent, at):
    transferred(orne.council, fresh(sent), make_house(health=True), Ground.CASF_L226_2_2)
    page = acknowledged.get(at()).content.decode()
    assert at("transmission_close") not in page
    answer = acknowledged.post(at("transmission_close"), {"outcome": Outcome.PROTECTED})
    assert answer.status_code == 422
    assert "ni clos ni rendu" in answer.content.decode()
    answer = acknowledged.post(at("transmission_take_back"))
    assert answer.status_code == 409
    assert "ni clos ni rendu" in answer.content.decode()


def test_closing_offers_the_outcomes_of_the_age_class(acknowledged, at):
    page = acknowledged.get(at("transmission_close")).content.decode()
    assert str(Outcome.CHILD_PROTECTION.label) in page
    assert str(Outcome.DECLINED.label) not in page


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, "Choisissez une issue"),
        ({"outcome": "declined"}, "error-summary"),
        ({"outcome": "ended"}, "Indiquez le jour"),
        ({"outcome": "ended", "verify_on": "bientôt"}, "31/12/2026"),
        ({"outcome": "ended", "verify_on": "2026-11-23"}, "date de vérification à venir"),
    ],
)
def test_what_is_wrong_with_a_closing_is_said(acknowledged, sent, at, given, word):
    answer = acknowledged.post(at("transmission_close"), given)
    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert fresh(sent).state == State.ACKNOWLEDGED


def test_an_ended_exploitation_is_closed_then_verified_on_its_day(acknowledged, orne, sent, at, time_machine):
    acknowledged.post(at("transmission_close"), {"outcome": Outcome.ENDED, "verify_on": "30/11/2026"})
    closed = fresh(sent)
    assert (closed.state, closed.verify_on) == (State.CLOSED, dt.date(2026, 11, 30))
    assert at("transmission_verify") not in acknowledged.get(at()).content.decode()
    assert acknowledged.post(at("transmission_verify")).status_code == 409
    time_machine.move_to(AT + dt.timedelta(days=7), tick=False)
    later = sign_in(Client(), orne.council.reader.membership)
    assert sent.report.number in later.get("/boite/?show=to_verify").content.decode()
    later.post(at("transmission_verify"))
    assert fresh(sent).verified_at is not None


def test_a_date_beside_another_outcome_is_passed_over(acknowledged, sent, at):
    acknowledged.post(at("transmission_close"), {"outcome": Outcome.PROTECTED, "verify_on": "2026-12-24"})
    assert (fresh(sent).state, fresh(sent).verify_on) == (State.CLOSED, None)


def test_what_was_just_done_is_said_by_a_closed_list_alone(acknowledged, at):
    page = acknowledged.get(at() + "?fait=<script>").content.decode()
    assert "&lt;script" not in page
    assert "notice-success" not in page


def test_closed_it_shows_how_it_ended_and_no_button(acknowledged, orne, sent, at):
    act(services.close, orne.council, sent, outcome=Outcome.ACCOMPANIED)
    page = acknowledged.get(at()).content.decode()
    assert str(Outcome.ACCOMPANIED.label) in page
    for name in ("acknowledge", "take", "transfer", "close", "assign", "step"):
        assert at(f"transmission_{name}") not in page
