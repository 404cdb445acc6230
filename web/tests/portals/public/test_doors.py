"""Finding a door: from the first question to whom to call, without leaving anything behind."""

from datetime import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from maillon.base.opening import PARIS
from maillon.guidance.doors import Age, Need, Whom, every_question
from maillon.portals.public.doors.answers import Answers, read
from maillon.territories.models import Commune, Departement
from tests.portals.components.rendering import Page

NOW = datetime(2026, 11, 26, 10, tzinfo=PARIS)
ADULT = {"whom": "self", "age": "adult", "danger": "no", "need": "care"}


def answers_of(asked):
    fields = {"whom": asked.whom, "age": asked.age, "danger": "yes" if asked.danger else "no"}
    return fields | ({"need": asked.need} if asked.need else {})


def buttons(response):
    return [(one["name"], one["value"]) for one in Page(response.content.decode()).all("button") if "name" in one]


def numbers(response):
    return [one["href"] for one in Page(response.content.decode()).all("a") if one.get("class") == "phone"]


@pytest.fixture
def alencon(db):
    orne, _ = Departement.objects.get_or_create(code="61", defaults={"name": "Orne"})
    fields = {"name": "Alençon", "departement": orne}
    return Commune.objects.get_or_create(code="61001", defaults=fields)[0]


def test_each_answer_leads_to_the_next_question_and_goes_along(door):
    given = {}
    order = [("whom", Whom), ("age", Age), ("danger", ["yes", "no"]), ("need", Need)]
    for name, choices in order:
        response = door.post("/trouver/", given)
        assert [pair for pair in buttons(response) if pair[0] != "back"] == [(name, one) for one in choices]
        fields = {one["name"]: one["value"] for one in Page(response.content.decode()).all("input")}
        assert fields == given
        given[name] = "no" if name == "danger" else next(iter(choices))
    assert numbers(door.post("/trouver/", given))


@pytest.mark.parametrize("asked", list(every_question()), ids=str)
def test_every_way_to_answer_ends_with_somebody_to_turn_to(door, asked):
    with time_machine.travel(NOW, tick=False):
        response = door.post("/trouver/", answers_of(asked))
    assert "Répond maintenant" in response.content.decode()
    assert numbers(response)


def test_danger_shows_the_numbers_and_asks_nothing_more(door):
    response = door.post("/trouver/", {"whom": "other", "age": "minor", "danger": "yes"})
    assert numbers(response) == ["tel:17", "sms:114", "tel:112", "tel:15", "tel:119"]
    assert "Appelez maintenant" in response.content.decode()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 26, 10, tzinfo=PARIS), "Répond maintenant, jusqu’à 19:00 (heure de Paris)."),
        (datetime(2026, 11, 26, 20, tzinfo=PARIS), "Ouvre vendredi à 09:00 (heure de Paris)."),
    ],
)
def test_it_says_whether_a_line_answers_at_the_moment_of_asking(door, at, said):
    with time_machine.travel(at, tick=False):
        assert said in door.post("/trouver/", ADULT | {"need": "rights"}).content.decode()


def test_what_nobody_verified_is_said(door):
    text = door.post("/trouver/", ADULT | {"need": "shelter"}).content.decode()
    assert "Non vérifié\u00a0: les horaires, les langues parlées" in text
    assert "Horaires non vérifiés." in text


def test_119_does_not_show_on_the_bill(door):
    text = door.post("/trouver/", ADULT | {"age": "minor"}).content.decode()
    assert "L’appel n’apparaît pas sur la facture." in text


def test_a_commune_is_found_chosen_and_adds_what_is_near(door, alencon, monkeypatch):
    monkeypatch.setattr("maillon.portals.public.doors.views.search_communes", lambda *_args, **_options: [alencon])
    found = door.post("/trouver/", ADULT | {"typed": "alencon"})
    assert ("commune", "61001") in buttons(found)
    assert "tel:0800003861" not in numbers(found)
    assert "tel:0800003861" in numbers(door.post("/trouver/", ADULT | {"commune": "61001"}))


@pytest.mark.parametrize("commune", ["99999", "x' OR 1=1", "\x00"])
def test_a_commune_that_does_not_exist_counts_as_none(door, commune):
    assert door.post("/trouver/", ADULT | {"commune": commune.replace("\x00", "0")}).status_code == 200


@pytest.mark.parametrize("posted", [{"whom": "spy"}, {"whom": "self", "age": "40"}, {"back": "x"}, {"need": "care"}])
def test_an_answer_in_no_list_is_a_question_asked_again(door, posted):
    response = door.post("/trouver/", posted)
    assert response.status_code == 200
    assert [name for name, _value in buttons(response) if name != "back"]


def test_back_takes_the_last_answer_back():
    assert read(ADULT | {"back": "need"}) == Answers(Whom.SELF, Age.ADULT, read(ADULT).danger)
    assert read(ADULT | {"back": "whom"}) == Answers()


def test_nothing_is_kept_and_answers_stand_in_no_address(door):
    with CaptureQueriesContext(connection) as queries:
        response = door.post("/trouver/", ADULT | {"typed": "Alençon"})
    assert not [one["sql"] for one in queries if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store, private"
    page = Page(response.content.decode())
    addresses = [one.get("href", "") for one in page.all("a")] + [one["action"] for one in page.all("form")]
    assert not [one for one in addresses if "?" in one or "care" in one]


def test_another_language_takes_the_answers_along(door):
    page = Page(door.post("/trouver/", ADULT | {"need": "talk"}).content.decode())
    switches = {one["formaction"]: one["form"] for one in page.all("button") if "formaction" in one}
    assert switches["/ar/trouver/"] == "answers"
    assert 'dir="rtl"' in door.post("/ar/trouver/", ADULT).content.decode()
