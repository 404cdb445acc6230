"""« J’ai un doute »: from the first question to whom to call, without leaving anything behind."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from maillon.guidance.enums import AgeClass, Seen, Trade
from maillon.guidance.rulebook import load
from maillon.portals.components.asking import PREFIX
from tests.portals.components.rendering import Page

BASE = {"trade": "lodging", "danger": "no", "age": "adult"}
ENOUGH = {PREFIX + code: "seen" for code in ("short_visits", "refuses_housekeeping", "last_minute")}


def buttons(response):
    page = Page(response.content.decode())
    return [(one["name"], one["value"]) for one in page.all("button") if "name" in one and one["name"] != "language"]


def test_the_first_question_offers_every_trade(door):
    assert buttons(door.get("/doute/")) == [("trade", trade.value) for trade in Trade]


def test_each_answer_leads_to_the_next_question_and_goes_along(door):
    second = door.post("/doute/", {"trade": "lodging"})
    assert ("danger", "no") in buttons(second)
    third = door.post("/doute/", {"trade": "lodging", "danger": "no"})
    assert [value for name, value in buttons(third) if name == "age"] == list(AgeClass)
    fields = {one["name"]: one.get("value") for one in Page(third.content.decode()).all("input")}
    assert fields.items() >= {"trade": "lodging", "danger": "no"}.items()


def test_danger_shows_the_numbers_before_anything_else(door):
    page = Page(door.post("/doute/", {"trade": "school", "danger": "yes"}).content.decode())
    assert {link["href"] for link in page.all("a")} >= {"tel:17", "tel:112", "tel:15", "tel:18", "sms:114"}
    after = door.post("/doute/", {"trade": "school", "danger": "called"})
    assert ("age", "adult") in buttons(after)


def test_the_signs_are_those_of_the_trade_and_of_the_age(door):
    response = door.post("/doute/", {"trade": "school", "danger": "no", "age": "under_15"})
    asked = {one["name"] for one in Page(response.content.decode()).all("input") if one.get("type") == "radio"}
    assert asked == {PREFIX + sign.code for sign in load().indicators.asked_of("school", minor=True)}


def test_enough_signs_give_a_concern_its_reasons_and_steps(door):
    page = door.post("/doute/", {**BASE, **ENOUGH, "signs": "given"}).content.decode()
    assert "De quoi s’inquiéter" in page
    assert load().signs["short_visits"].text in page
    assert load().rows["lodging-conduct"].what in page
    assert "Ce qui changerait cette lecture" in page


def test_nothing_seen_gives_numbers_for_advice_and_no_steps(door):
    page = door.post("/doute/", {**BASE, "signs": "none"}).content.decode()
    assert "Rien qui suffise à s’inquiéter" in page
    assert 'class="guided"' not in page


def test_back_takes_the_last_answer_back(door):
    assert ("age", "adult") in buttons(door.post("/doute/", {**BASE, "back": "age"}))
    again = door.post("/doute/", {**BASE, **ENOUGH, "signs": "given", "back": "signs"})
    assert ("signs", "given") in buttons(again)


@pytest.mark.parametrize(
    "posted", [{"trade": "spy"}, {"trade": "school", "danger": "perhaps"}, {"age": "40"}, {"back": "x"}]
)
def test_an_answer_in_no_list_is_a_question_asked_again(door, posted):
    response = door.post("/doute/", posted)
    assert response.status_code == 200
    assert buttons(response)


def test_a_sign_answered_with_something_else_counts_as_unsaid(door):
    posted = {**BASE, PREFIX + "short_visits": "perhaps", "signs": "given"}
    assert "Rien qui suffise" in door.post("/doute/", posted).content.decode()


def test_nothing_is_kept(door):
    with CaptureQueriesContext(connection) as queries:
        response = door.post("/doute/", {**BASE, **ENOUGH, "signs": "given"})
    assert not [one["sql"] for one in queries if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]
    # The professionals' door guards its forms against forgery; the public one sets no cookie at all.
    assert set(response.cookies) <= {settings.CSRF_COOKIE_NAME}
    assert not response.cookies or settings.ROOT_URLCONF.endswith("pro")
    assert "no-store" in response.headers["Cache-Control"]


def test_answers_stand_in_no_address(door):
    response = door.post("/doute/", {**BASE, **ENOUGH, "signs": "given"})
    hrefs = [one.get("href", "") for one in Page(response.content.decode()).all("a")]
    forms = [one.get("action", "") for one in Page(response.content.decode()).all("form")]
    assert not [one for one in [*hrefs, *forms] if "short_visits" in one or "adult" in one or "?" in one]


@pytest.mark.parametrize("seen", Seen)
def test_every_answer_has_its_word(seen):
    assert load().word(seen)
