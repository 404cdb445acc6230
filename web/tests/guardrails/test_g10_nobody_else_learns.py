"""G10: no third party learns that somebody opened a page, and the public door keeps nothing."""

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


@pytest.mark.parametrize("path", ["/", "/en/", "/nulle-part/"])
def test_the_public_door_sets_no_cookie_runs_no_script_and_fetches_nothing_elsewhere(door, path):
    response = door.get(path)
    html = response.content.decode()
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    assert Page(html).all("script") == []
    assert all(address.startswith("/") and not address.startswith("//") for address in fetched(html))
    assert fetched(html)


def test_browsers_are_told_to_fetch_nothing_else_and_keep_nothing(door):
    headers = door.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "http" not in policy
    assert headers["Cache-Control"] == "no-store, private"
    # No other origin learns an address; our own forms need their origin told, or they count as forged.
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("draw", [gallery, errors.not_found, errors.csrf_failure])
def test_no_component_fetches_from_elsewhere(draw):
    request = RequestFactory().get("/")
    request.instance_row = None
    assert [address for address in fetched(draw(request).content.decode()) if re.match(r"(\w+:)?//", address)] == []


def test_the_style_sheet_and_the_icon_fetch_nothing():
    sheets = [*(HOME / "styles").glob("*.css"), HOME / "static/assets/vendor/maillon.css"]
    for sheet in [*sheets, HOME / "static/assets/favicon.svg"]:
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
