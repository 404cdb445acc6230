"""Rooms on the pro door: the trainer's pages and those of phones without an account."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from maillon import portals
from maillon.base import clock
from maillon.guidance.rulebook import load
from maillon.portals.components.pdf import PdfUnavailable, render
from maillon.practice import rules, services
from maillon.practice.models import Player, Questionnaire, Room, Turn
from tests.practice.factories import make_phone, make_room, make_trainer, plays_all, the_answers

pytestmark = pytest.mark.django_db
BANNER = "Exercice\u00a0: rien n’est réel, rien n’est envoyé"
JOIN, PLAY = "/exercice/salle/", "/exercice/salle/jeu/"


@pytest.fixture
def trainer():
    return make_trainer()


@pytest.fixture
def desk(trainer, signed_in_client):
    """The trainer's browser."""
    return signed_in_client(trainer)


@pytest.fixture
def room(trainer):
    return make_room(trainer, scenarios=["covoiturage"], at=clock.now())


def phone_in(room):
    """A phone that has joined by the code on the wall."""
    phone = Client()
    assert phone.post(JOIN, {"code": rules.spoken(room.code)})["Location"] == PLAY
    return phone


def wall_of(desk, room):
    return desk.get(reverse("pro:practice_wall", args=[room.pk])).content.decode()


def test_a_trainer_opens_a_room_and_its_wall_says_how_to_join(desk):
    page = desk.get("/exercice/salles/ouvrir/").content.decode()
    assert all(f'value="{code}"' in page for code in load().exercises.scenarios)
    answer = desk.post("/exercice/salles/ouvrir/", {"scenarios": ["covoiturage", "saisonniers"]})
    room = Room.objects.get()
    assert answer["Location"] == reverse("pro:practice_wall", args=[room.pk])
    wall = wall_of(desk, room)
    assert rules.spoken(room.code) in wall
    assert settings.PRO_ORIGIN + JOIN in wall
    assert 'src="data:image/svg+xml' in wall
    assert "0 téléphones dans la salle" in wall or "0 téléphone dans la salle" in wall
    assert rules.spoken(room.code) in desk.get("/exercice/salles/").content.decode()


@pytest.mark.parametrize("chosen", [[], list(load().exercises.scenarios)[:6], ["nulle-part"]])
def test_none_or_too_many_stories_are_refused_in_words(desk, chosen):
    answer = desk.post("/exercice/salles/ouvrir/", {"scenarios": chosen})
    assert answer.status_code == 422
    assert not Room.objects.exists()


def test_a_phone_plays_from_the_code_to_the_end(room):
    phone = phone_in(room)
    before = phone.get(PLAY).content.decode()
    assert "Avant de commencer" in before
    phone.post(PLAY, {"moment": "before", **the_answers(knows=False).invented})
    assert "Un contrôle au bord de la route" in phone.get(PLAY).content.decode()
    signs = phone.post(PLAY, {"scenario": "covoiturage", "read": "1"}).content.decode()
    assert 'name="sign-watched"' in signs
    answers = {"scenario": "covoiturage", "signs": "given", "sign-watched": "seen"}
    assert 'value="adult-ask"' in phone.post(PLAY, answers).content.decode()
    told = phone.post(PLAY, {**answers, "step": "adult-ask"})["Location"]
    feedback = phone.get(told).content.decode()
    assert "Ce que vous avez vu" in feedback
    after = phone.get(PLAY).content.decode()
    assert "Pour finir" in after
    phone.post(PLAY, {"moment": "after", **the_answers().invented})
    end = phone.get(PLAY).content.decode()
    assert "C’est fini, merci" in end
    assert told in end
    assert all(BANNER in page for page in (before, signs, feedback, after, end))
    assert Turn.objects.get().signs["watched"] == "seen"
    assert Questionnaire.objects.count() == 2


def test_sending_again_changes_nothing_and_leads_to_the_same_page(room):
    phone = phone_in(room)
    answers = {"scenario": "covoiturage", "signs": "none", "step": "stay"}
    first, second = phone.post(PLAY, answers), phone.post(PLAY, {**answers, "step": "confront"})
    assert first["Location"] == second["Location"]
    assert Turn.objects.get().step == "stay"


def test_a_questionnaire_with_a_hole_is_shown_again(room):
    phone = phone_in(room)
    answer = phone.post(PLAY, {"moment": "before", "sum": "1-0-1"})
    assert answer.status_code == 422
    assert "checked" in answer.content.decode()
    assert not Questionnaire.objects.exists()


def test_a_whole_class_behind_one_address_joins_and_wrong_codes_lock_nobody_out(room):
    for _ in range(40):
        answer = Client(REMOTE_ADDR="203.0.113.7").post(JOIN, {"code": "AAAAAAA"})
        assert answer.status_code == 422
        assert "Aucune salle ouverte" in answer.content.decode()
    for _ in range(30):
        assert Client(REMOTE_ADDR="203.0.113.7").post(JOIN, {"code": room.code}).status_code == 302
    assert Player.objects.count() == 30


def test_a_phone_carries_one_signed_key_that_no_script_reads(room):
    phone = phone_in(room)
    cookie = phone.cookies[settings.PRACTICE_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 4 * 3600)
    assert settings.SESSION_COOKIE_NAME not in phone.cookies
    forged = Client()
    forged.cookies[settings.PRACTICE_COOKIE_NAME] = str(Player.objects.get().pk)
    assert forged.get(PLAY)["Location"] == JOIN


@pytest.mark.parametrize("path", [PLAY, "/exercice/salle/retour/covoiturage/"])
def test_whoever_has_no_room_is_asked_for_a_code(path):
    assert Client().get(path)["Location"] == JOIN


def test_the_code_of_the_picture_is_filled_in(room):
    assert f'value="{room.code}"' in Client().get(f"{JOIN}?code={room.code}").content.decode()


def test_a_phone_sees_no_feedback_before_it_has_answered(room):
    assert phone_in(room).get("/exercice/salle/retour/covoiturage/")["Location"] == PLAY


def test_once_it_is_over_a_phone_reads_and_sends_no_more(desk, room):
    phone = phone_in(room)
    phone.post(PLAY, {"scenario": "covoiturage", "signs": "none", "step": "stay"})
    desk.post(reverse("pro:practice_close", args=[room.pk]))
    assert "La séance est terminée" in phone.get(PLAY).content.decode()
    assert "La séance est terminée" in phone.post(PLAY, {"moment": "after", **the_answers().invented}).content.decode()
    assert phone.get("/exercice/salle/retour/covoiturage/").status_code == 200


def test_the_wall_holds_nothing_of_a_single_phone_and_no_answer_before_the_end(desk, room):
    for _ in range(6):
        plays_all(room, make_phone(room, at=clock.now()), at=clock.now())
    wall = wall_of(desk, room)
    assert "3 réponses affichées" in wall
    assert "Dans l’histoire" not in wall
    assert "Avant et après" not in wall
    assert not any(str(player.pk) in wall for player in Player.objects.all())
    desk.post(reverse("pro:practice_close", args=[room.pk]))
    wall = wall_of(desk, room)
    assert "6 réponses affichées" in wall
    assert "Dans l’histoire" in wall
    assert "6 sur 6" in wall


def test_the_counts_come_alone_for_a_wall_that_refreshes_itself(desk, room):
    wall = wall_of(desk, room)
    address = reverse("pro:practice_counts", args=[room.pk])
    assert f'hx-get="{address}"' in wall
    counts = desk.get(address).content.decode()
    assert "<html" not in counts
    assert counts.strip()[:40] in wall


def test_the_debrief_is_a_tagged_pdf_of_a_room_that_is_over(desk, room):
    for _ in range(3):
        plays_all(room, make_phone(room, at=clock.now()), at=clock.now())
    address = reverse("pro:practice_debrief", args=[room.pk])
    assert desk.get(address).status_code == 404
    desk.post(reverse("pro:practice_close", args=[room.pk]))
    answer = desk.get(address)
    try:
        render("<p>x")
    except PdfUnavailable:
        assert "Bilan de la séance" in answer.content.decode()
        return
    assert answer["Content-Type"] == "application/pdf"
    pdf = PdfReader(BytesIO(answer.content))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = re.sub(r"\s+", " ", "".join(page.extract_text() for page in pdf.pages))
    for words in (
        "Bilan de la séance",
        "rien n’est réel",
        "Lu de trop",
        "Ce qui pouvait tromper",
        "Sources",
        "3 sur 3",
    ):
        assert words in text
    assert len(pdf.pages) <= 2


def test_the_debrief_of_five_stories_is_two_sheets_at_most(desk, trainer):
    room = make_room(trainer, scenarios=list(load().exercises.scenarios)[1:6], at=clock.now())
    for _ in range(3):
        plays_all(room, make_phone(room, at=clock.now()), at=clock.now())
    services.close_room(room_id=room.pk, by=trainer, at=clock.now())
    answer = desk.get(reverse("pro:practice_debrief", args=[room.pk]))
    if answer["Content-Type"] == "application/pdf":
        assert len(PdfReader(BytesIO(answer.content)).pages) <= 2


def test_the_figures_of_training_stand_on_a_page_of_their_own(desk, room):
    for _ in range(3):
        plays_all(room, make_phone(room, at=clock.now()), at=clock.now())
    services.close_room(room_id=room.pk, by=room.opened_by, at=clock.now())
    page = desk.get("/exercice/formation/").content.decode()
    assert "3 sur 3" in page
    assert BANNER in page
    assert "3 sur 3" not in desk.get("/").content.decode()


@pytest.mark.parametrize("folder", ["pro/templates/pro/practice", "field/templates/field/practice"])
def test_every_page_of_an_exercise_is_drawn_on_the_page_with_the_banner(folder):
    pages = {path.name: path.read_text() for path in (Path(portals.__file__).parent / folder).glob("*.html")}
    own = pages.pop("page.html")
    assert "components/exercise/banner.html" in own
    for name, page in pages.items():
        assert "block before_main" not in page, name
        if "{% extends" in page:
            assert page.startswith(('{% extends "pro/practice/page.html"', '{% extends "field/practice/page.html"')), (
                name
            )
