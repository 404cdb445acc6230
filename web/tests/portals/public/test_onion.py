"""The door as an onion service: Tor Browser is told of it, and nobody is sent from it to an address elsewhere."""

import runpy

import pytest
from django.test import Client, override_settings

from maillon.config.settings import base, public
from tests.portals.public.process import SETTINGS
from tests.portals.public.speaking import Visitor

ONION = "a" * 55 + "d.onion"
SEALED = {"HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture
def onion_door(db):
    """A client of a public process, as it runs with real data, that has an onion service."""
    real = {"ONION_ADDRESS": ONION, "ALLOWED_HOSTS": ["testserver", ONION], "SECURE_SSL_REDIRECT": True}
    with override_settings(**{**SETTINGS, **real}):
        yield Client()


@pytest.fixture
def through_tor(onion_door, monkeypatch, settings):
    """A browser at the onion service, whose pages call their origin http, with the settings of such a process."""
    monkeypatch.setattr(base, "ONION_ADDRESS", ONION)
    settings.CSRF_TRUSTED_ORIGINS = runpy.run_path(public.__file__)["CSRF_TRUSTED_ORIGINS"]
    # A test's client sends a cookie marked Secure over HTTPS alone; browsers hold an onion service for secure.
    return Visitor(client=Client(enforce_csrf_checks=True, headers={"host": ONION, "x-forwarded-proto": "https"}))


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_each_page_says_where_it_stands_in_the_onion_service(onion_door, path):
    answer = onion_door.get(f"{path}?mot=secret", **SEALED)
    assert answer.headers["Onion-Location"] == f"http://{ONION}{path}"


def test_neither_errors_nor_posts_nor_what_comes_through_tor_say_so(onion_door):
    answers = [
        onion_door.get("/rien/", **SEALED),
        onion_door.post("/", **SEALED),
        onion_door.get("/", headers={"host": ONION}),
        onion_door.get("/"),
    ]
    assert [answer.status_code for answer in answers] == [404, 405, 200, 301]
    assert not any("Onion-Location" in answer.headers for answer in answers)


def test_without_an_onion_service_nothing_is_said_of_one(door):
    assert "Onion-Location" not in door.get("/", **SEALED).headers


def test_a_stranger_who_names_another_onion_service_is_refused(onion_door):
    assert onion_door.get("/", headers={"host": "b" * 55 + "d.onion"}, **SEALED).status_code == 400


@pytest.mark.parametrize("own", [{"origin": f"http://{ONION}"}, {"sec-fetch-site": "same-origin"}])
def test_through_the_onion_service_one_can_start_and_go_on(through_tor, own):
    named = {**own, "origin": f"http://{ONION}"}
    through_tor.get("telling")
    through_tor.post("telling", headers=own, **{"for": "self"})
    assert through_tor.path == "/parler/1/"
    through_tor.post("telling_screen", "3", headers=named, narrative="deux mots", go="on")
    assert through_tor.path == "/parler/4/"


@pytest.mark.parametrize("origin", ["http://testserver", f"http://{'b' * 55}d.onion", "null"])
def test_through_the_onion_service_no_other_origin_is_taken_for_its_own(through_tor, origin):
    through_tor.get("telling")
    assert through_tor.post("telling", headers={"origin": origin}, **{"for": "self"}).status_code == 403
    through_tor.begin()
    assert through_tor.post("telling_screen", "3", headers={"origin": origin}, narrative="x").status_code == 403
