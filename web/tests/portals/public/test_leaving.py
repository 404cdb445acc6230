"""Leaving at once, as the server sees it."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from maillon.portals.components import errors
from maillon.portals.public.leaving.views import leave
from tests.portals.components.rendering import Page
from tests.portals.public.process import SETTINGS

OUT = "https://weather.example/"


class Session:
    """What the session of whoever writes offers."""

    flushed = False

    def flush(self):
        self.flushed = True


def left(posted=None, **headers):
    request = RequestFactory().post("/quitter/", posted or {}, headers=headers)
    request.session = Session()
    request.COOKIES["sitting"] = "x"
    with override_settings(EXIT_URL=OUT):
        return leave(request), request.session


def test_leaving_without_a_script_forgets_and_leads_out():
    response, session = left()
    assert (response.status_code, response.headers["Location"]) == (303, OUT)
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert session.flushed
    assert response.cookies["sitting"]["max-age"] == 0


def test_what_a_script_sends_as_it_leaves_forgets_and_leads_nowhere():
    response, session = left({"quiet": "1"}, **{"sec-fetch-site": "same-origin"})
    assert response.status_code == 204
    assert "Location" not in response.headers
    assert session.flushed
    assert "Clear-Site-Data" in response.headers


def test_another_site_makes_nobody_forget_anything():
    response, session = left(**{"sec-fetch-site": "cross-site"})
    assert response.status_code == 303
    assert not session.flushed
    assert "Clear-Site-Data" not in response.headers
    assert not response.cookies


def test_without_a_session_it_works_all_the_same(door):
    response = door.post("/ar/quitter/")
    assert response.status_code == 303
    assert "no-store" in response.headers["Cache-Control"]
    assert door.get("/quitter/").status_code == 405


@pytest.mark.parametrize("path", ["/", "/se-proteger/", "/trouver/"])
def test_a_page_gives_nothing_to_recognise_it_by(door, path):
    headers = door.get(path).headers
    assert not {"ETag", "Last-Modified", "Set-Cookie", "Server"} & set(headers)
    assert headers["Referrer-Policy"] == "same-origin"
    assert "form-action 'self' https://meteofrance.com" in headers["Content-Security-Policy"]


def test_the_safety_page_says_what_can_not_be_erased(door):
    assert "Ce que nous ne pouvons pas effacer" in door.get("/se-proteger/").content.decode()


def test_a_page_for_a_broken_server_has_the_way_out_too(rf):
    with override_settings(**SETTINGS):
        response: HttpResponse = errors.server_error(rf.get("/"))
    page = Page(response.content.decode())
    assert "/quitter/" in [form["action"] for form in page.all("form")]
    assert "Maillon" not in response.content.decode().partition("</title>")[0]
