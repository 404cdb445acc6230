"""The one place where a script helps: communes appear while one types, under the page's own strict policy."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Route, expect, sync_playwright

from tests.journeys import browsers
from tests.reports.factories import make_draft, minor_content

ORIGIN = "http://maillon.invalid"
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript"}
pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = browsers.start(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def answers(walker, orne):
    """The screen and the fragment as Django answers them, asked before the browser's loop begins."""
    client = walker(orne.firefighter).client
    draft = make_draft(orne.firefighter, minor_content(orne.commune, commune="", answered=("danger",)))
    screen = client.get(f"/signaler/{draft.id}/commune/")
    found = client.post("/signaler/communes/", {"typed": "alen"})
    return {
        "/screen": (screen.content, {"Content-Security-Policy": screen["Content-Security-Policy"]}),
        "/signaler/communes/": (found.content, {}),
    }


def test_communes_appear_while_one_types_and_nothing_typed_stands_in_an_address(answers, browser):
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    sent: list[tuple[str, str, str]] = []
    complaints: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        sent.append((route.request.method, path, route.request.post_data or ""))
        if path in answers:
            body, headers = answers[path]
            route.fulfill(body=body, headers={"Content-Type": "text/html; charset=utf-8", **headers})
            return
        file = Path(finders.find(path.removeprefix("/static/")) or "")
        kind = KINDS.get(file.suffix, "text/plain")
        route.fulfill(body=file.read_bytes() if file.is_file() else b"", content_type=kind)

    page.route(re.compile(".*"), answer)
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{ORIGIN}/screen")
    page.get_by_role("textbox").press_sequentially("alen")
    button = page.get_by_role("button", name="Alençon (61000)")
    expect(button).to_be_visible()
    assert button.get_attribute("name") == "commune"
    (search,) = [entry for entry in sent if entry[1] == "/signaler/communes/"]
    assert search[0] == "POST"
    assert parse_qs(search[2])["typed"] == ["alen"]
    assert "csrfmiddlewaretoken" in search[2]
    assert not any("alen" in path for _method, path, _body in sent)
    assert complaints == []
