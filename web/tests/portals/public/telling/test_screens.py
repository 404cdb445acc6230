"""Each screen: shown, passed over, left, refused without losing a word."""

import re

import pytest
import time_machine

from maillon.base import clock
from maillon.directory.models import Organisation
from maillon.portals.public.telling.path import Screen
from maillon.reports.models import Report, Transmission
from maillon.speaking.models import Sitting, Speaker
from maillon.speaking.sessions import IDLE_LIFE
from maillon.vault.models import KeyPair
from tests.portals.public.speaking import Visitor

ALWAYS = [screen for screen in Screen if screen not in {Screen.URGENT, Screen.MINOR, Screen.DEPARTEMENT}]


def test_nothing_is_set_before_she_starts_and_one_cookie_for_the_session_then(visitor):
    visitor.get("telling")
    visitor.get("returning")
    assert not visitor.client.cookies
    assert not Sitting.objects.exists()
    visitor.begin()
    (cookie,) = visitor.client.cookies.values()
    assert cookie.key == "__Host-s"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert (cookie["max-age"], cookie["expires"], cookie["domain"], cookie["path"]) == ("", "", "", "/")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://ailleurs.example"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize("name", ["telling", "returning"])
def test_no_other_page_can_start_a_sitting(visitor, name, headers):
    visitor.get(name)
    assert visitor.post(name, headers=headers, **{"for": "self", "code": "x"}).status_code == 403
    assert not visitor.client.cookies


def test_a_browser_that_names_its_origin_alone_may_start(visitor):
    visitor.get("telling")
    visitor.post("telling", headers={"origin": "http://testserver"}, **{"for": "self"})
    assert visitor.path == "/parler/1/"


def test_a_form_without_its_token_changes_nothing(visitor):
    visitor.begin()
    response = visitor.client.post(
        "/parler/3/", {"narrative": "x", "go": "on"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert response.status_code == 403
    visitor.get("telling_screen", "3")
    assert ">x</textarea>" not in visitor.html


def test_for_whom_must_be_said(visitor):
    visitor.get("telling")
    assert visitor.post("telling", **{"for": "x"}).status_code == 422


@pytest.mark.parametrize("screen", ALWAYS)
@pytest.mark.parametrize("whom", ["self", "other"])
def test_every_question_can_be_passed_over_gone_back_from_and_left(visitor, orne, screen, whom):
    visitor.begin(whom)
    for go in ("skip", "back", "stop"):
        visitor.get("telling_screen", screen)
        assert visitor.heading
        assert 'href="tel:17"' in visitor.html
        assert visitor.post("telling_screen", screen, go=go).status_code == 200
        assert visitor.path != f"/parler/{screen}/"


def test_one_who_answers_nothing_can_still_find_somebody_once_the_departement_is_told(visitor, orne):
    visitor.begin()
    for screen in ("1", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"):
        visitor.get("telling_screen", screen)
        visitor.post("telling_screen", screen, go="skip")
    assert "au moins le département" in visitor.html
    visitor.get("telling_screen", "7")
    visitor.post("telling_screen", "7", departement=orne.commune.departement_id, go="on")
    visitor.get("telling_choice")
    assert orne.council.organisation.name in visitor.html


def test_danger_shows_the_numbers_at_once_and_blocks_nothing(visitor):
    visitor.begin()
    visitor.post("telling_screen", "1", answer="yes")
    assert visitor.heading == "Appelez d’abord, si vous le pouvez"
    assert 'href="sms:114"' in visitor.html
    visitor.post("telling_screen", "2", go="on")
    assert visitor.heading.startswith("Avec vos mots")


def test_a_minor_is_told_who_must_be_told_before_she_goes_on(visitor):
    visitor.begin()
    visitor.post("telling_screen", "4", answer="15-17")
    assert "CRIP" in visitor.html
    assert 'href="tel:119"' in visitor.html
    assert "pas de votre faute" in visitor.html
    visitor.post("telling_screen", "5", go="stop")
    assert visitor.heading == "Vous arrêter là"


def test_what_was_typed_is_shown_again_when_it_is_refused(visitor):
    visitor.begin()
    typed = "\n".join(f"pseudo{number}" for number in range(11))
    assert visitor.post("telling_screen", "11", who=typed, go="on").status_code == 422
    assert "pseudo10" in visitor.html
    refused = visitor.post(
        "telling_screen", "12", may_contact="yes", code_word="tulipe", neutral="le dentiste", go="on"
    )
    assert refused.status_code == 422
    assert "tulipe" in visitor.html
    assert "le dentiste" in visitor.html
    assert 'href="#id_value"' in visitor.html


def test_going_back_keeps_what_was_typed(visitor):
    visitor.begin()
    visitor.post("telling_screen", "3", narrative="deux mots", go="back")
    assert visitor.path == "/parler/1/"
    visitor.get("telling_screen", "3")
    assert "deux mots" in visitor.html


def test_no_contact_is_what_is_chosen_and_a_yes_taken_back_keeps_nothing(visitor):
    visitor.begin()
    visitor.get("telling_screen", "12")
    assert 'value="no" id="id_may_contact_0" checked' in visitor.html.replace(' aria-invalid="true"', "")
    visitor.post("telling_screen", "12", may_contact="yes", channel="sms", value="06 00 00 00 00", go="on")
    visitor.get("telling_screen", "12")
    visitor.post("telling_screen", "12", may_contact="no", channel="sms", value="06 00 00 00 00", go="on")
    visitor.get("telling_screen", "12")
    assert "06 00" not in visitor.html


def test_somebody_who_knows_of_a_minor_finds_those_whom_the_law_names_chosen(visitor, orne):
    visitor.begin("other")
    visitor.post("telling_screen", "4", answer="under-15")
    visitor.post("telling_screen", "6", commune=orne.commune.code)
    visitor.get("telling_choice")
    assert "La loi vous demande de prévenir" in visitor.html
    visitor.post("telling_choice", go="on")
    visitor.post("telling_send")
    assert visitor.words
    sent = {item.recipient_id for item in Transmission.objects.all()}
    assert sent
    assert sent <= {orne.council.organisation.id, orne.prosecutor.organisation.id, orne.police.organisation.id}


def test_whom_the_law_names_and_nobody_reads_for_is_to_be_called(visitor, orne):
    KeyPair.objects.filter(owner_id=orne.council.organisation.id).delete()
    Organisation.objects.filter(pk=orne.prosecutor.organisation.id).update(is_active=False)
    visitor.begin("other")
    visitor.post("telling_screen", "4", answer="under-15")
    visitor.post("telling_screen", "6", commune=orne.commune.code)
    for page in ("telling_choice", "telling_review"):
        visitor.get(page)
        told = visitor.html.partition("notice-warning")[2].partition("</ul>")[0]
        assert orne.council.organisation.name in told
        assert "Le procureur de la République, un magistrat." in told
        assert {"119", "17"} == set(re.findall(r'href="tel:(\d+)"', told))


def test_one_who_speaks_for_herself_is_ordered_to_tell_nobody(visitor, orne):
    KeyPair.objects.filter(owner_id=orne.council.organisation.id).delete()
    visitor.begin()
    visitor.post("telling_screen", "4", answer="under-15")
    visitor.post("telling_screen", "6", commune=orne.commune.code)
    visitor.get("telling_choice")
    assert "La loi vous demande" not in visitor.html


def test_nothing_leaves_without_a_reader(visitor, orne):
    visitor.begin()
    visitor.post("telling_screen", "4", answer="adult")
    visitor.post("telling_screen", "6", commune=orne.commune.code)
    visitor.get("telling_choice")
    assert visitor.post("telling_choice", go="on").status_code == 422
    assert visitor.post("telling_send").status_code == 422
    assert not Report.objects.exists()


def test_kept_seven_days_and_taken_up_again_where_it_was_left(visitor):
    visitor.begin()
    visitor.post("telling_screen", "1", answer="no")
    visitor.post("telling_screen", "3", narrative="deux mots", go="stop")
    visitor.post("telling_stop", what="keep")
    words = visitor.words
    assert visitor.heading.startswith("C’est gardé")
    later = Visitor()
    later.get("returning")
    later.post("returning", code=" ".join(words))
    assert later.path == "/parler/4/"
    later.get("telling_screen", "3")
    assert "deux mots" in later.html
    later.get("telling_stop")
    later.post("telling_stop", what="wipe")
    assert later.heading == "Tout est effacé"
    assert not Speaker.objects.exists()


def test_wiped_means_gone_on_both_sides(visitor):
    visitor.begin()
    visitor.post("telling_screen", "3", narrative="deux mots", go="stop")
    visitor.post("telling_stop", what="wipe")
    assert not Sitting.objects.exists()
    assert not Speaker.objects.exists()
    assert visitor.client.cookies["__Host-s"].value == ""


def test_what_was_typed_after_the_half_hour_comes_back_and_begins_anew(visitor):
    visitor.begin()
    visitor.get("telling_screen", "3")
    with time_machine.travel(clock.now() + IDLE_LIFE, tick=False):
        response = visitor.post("telling_screen", "3", narrative="deux <mots> tardifs", go="on")
        assert response.status_code == 403
        assert "deux &lt;mots&gt; tardifs" in visitor.html
        visitor.post("telling", narrative="deux <mots> tardifs", **{"for": "self"})
        visitor.get("telling_screen", "3")
        assert "deux &lt;mots&gt; tardifs" in visitor.html


@pytest.mark.parametrize("name", ["telling_choice", "telling_review", "telling_stop", "telling_code"])
def test_without_a_sitting_every_address_leads_to_the_start(visitor, name):
    visitor.get(name)
    assert visitor.path == "/parler/"


def test_an_address_that_is_no_screen_does_not_exist(visitor):
    visitor.begin()
    assert visitor.client.get("/parler/99/").status_code == 404
