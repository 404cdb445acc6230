"""G10: no third party learns that somebody opened a page, and the public door keeps nothing."""

import base64
import hashlib
import logging
import re
from pathlib import Path

import pytest
from django.test import Client, RequestFactory, override_settings

from maillon.config.launcher import commands
from maillon.portals import components
from maillon.portals.components import errors
from maillon.portals.components.views import gallery
from tests.portals.components.rendering import Page
from tests.portals.public.process import SETTINGS

pytestmark = [pytest.mark.guardrail, pytest.mark.urls("maillon.portals.components.urls")]
HOME = Path(components.__file__).parent
# Attributes that make a browser fetch without being asked; a link is followed only by a person.
FETCHING = ("src", "srcset", "poster", "data", "action", "formaction", "ping", "background")
CANARY = "203.0.113.77"
AGENT = "canari-agent-5c1e"


def fetched(html: str) -> list[str]:
    page = Page(html)
    addresses = [attributes[name] for _, attributes in page.elements for name in FETCHING if name in attributes]
    return addresses + [link["href"] for link in page.all("link")]


@pytest.fixture
def door(db):
    with override_settings(**SETTINGS):
        yield Client(headers={"user-agent": AGENT}, REMOTE_ADDR=CANARY)


@pytest.mark.parametrize("path", ["/", "/en/", "/ar/", "/trouver/", "/se-proteger/", "/doute/", "/nulle-part/"])
def test_the_public_door_sets_no_cookie_runs_one_script_of_its_own_and_fetches_nothing_elsewhere(door, path):
    response = door.get(path)
    html = response.content.decode()
    page = Page(html)
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    # What helps to leave at once, from our own address, and nothing written into the page.
    assert page.all("script") == [{"src": "/static/assets/vendor/door.js", "defer": ""}]
    assert not [name for _tag, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [attributes for _tag, attributes in page.elements if "style" in attributes]
    assert all(address.startswith("/") and not address.startswith("//") for address in fetched(html))
    assert fetched(html)


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (one.split() for one in policy.split(";"))}


def test_browsers_are_told_to_fetch_nothing_else_and_keep_nothing(door):
    response = door.get("/")
    headers = response.headers
    style = re.findall(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in style]
    out = "https://meteofrance.com"
    assert directives(headers["Content-Security-Policy"]) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", *(f"'sha256-{one}'" for one in digests)],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        # A form that leaves is led on to the neutral page; nothing is fetched from there.
        "form-action": ["'self'", out],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
    assert len(style) == 1
    assert headers["Cache-Control"] == "no-store, private"
    # No other origin learns an address; our own forms need their origin told, or they count as forged.
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.parametrize("draw", [gallery, errors.not_found, errors.csrf_failure])
def test_no_component_fetches_from_elsewhere(draw):
    request = RequestFactory().get("/")
    request.instance_row = None
    assert [address for address in fetched(draw(request).content.decode()) if re.match(r"(\w+:)?//", address)] == []


def test_the_style_sheet_the_script_and_the_icons_fetch_nothing_elsewhere():
    sheets = [*(HOME / "styles").glob("*.css"), HOME / "static/assets/vendor/maillon.css"]
    scripts = [HOME / "static/assets/vendor/door.js"]
    for sheet in [*sheets, *scripts, HOME / "static/assets/favicon.svg", HOME / "static/assets/plain.svg"]:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL).replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|url\(\s*['\"]?//", text), sheet.name


def test_whoever_opens_the_door_is_in_no_log(door, caplog):
    caplog.set_level(logging.DEBUG)
    door.get("/")
    door.get(f"/{AGENT}/")
    written = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert CANARY not in written
    assert AGENT not in written


def test_the_server_writes_no_access_log():
    source = Path(commands.__file__).read_text()
    assert "gunicorn" in source
    assert "--access-logfile" not in source
