"""The door as an onion service: Tor Browser is told of it, and nobody is sent from it to an address elsewhere."""

import pytest
from django.test import Client, override_settings

from tests.portals.public.process import SETTINGS

ONION = "a" * 55 + "d.onion"
SEALED = {"HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture
def onion_door(db):
    """A client of a public process, as it runs with real data, that has an onion service."""
    real = {"ONION_ADDRESS": ONION, "ALLOWED_HOSTS": ["testserver", ONION], "SECURE_SSL_REDIRECT": True}
    with override_settings(**{**SETTINGS, **real}):
        yield Client()


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
