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


class Desk:
    """A browser in front of these answers: `.sent` are the requests (method, path, body), `.complaints` its own."""

    def __init__(self, browser, answers):
        self.page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        self.answers = answers
        self.sent: list[tuple[str, str, str]] = []
        self.complaints: list[str] = []
        self.page.route(re.compile(".*"), self.answer)
        self.page.on("console", lambda message: self.complaints.append(message.text))

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        self.sent.append((route.request.method, path, route.request.post_data or ""))
        if path in self.answers:
            body, headers = self.answers[path]
            route.fulfill(body=body, headers={"Content-Type": "text/html; charset=utf-8", **headers})
            return
        file = Path(finders.find(path.removeprefix("/static/")) or "")
        kind = KINDS.get(file.suffix, "text/plain")
        route.fulfill(body=file.read_bytes() if file.is_file() else b"", content_type=kind)

    def searches(self) -> list[tuple[str, str, str]]:
        return [entry for entry in self.sent if entry[1] == "/signaler/communes/"]


@pytest.fixture
def desk(answers, browser):
    return Desk(browser, answers)


def test_communes_appear_while_one_types_and_nothing_typed_stands_in_an_address(desk):
    desk.page.goto(f"{ORIGIN}/screen")
    # On a slow machine letters come so far apart that what stands there so far is looked up on the way.
    with desk.page.expect_request(lambda asked: parse_qs(asked.post_data or "").get("typed") == ["alen"]):
        desk.page.get_by_role("textbox").press_sequentially("alen")
    button = desk.page.get_by_role("button", name="Alençon (61000)")
    expect(button).to_be_visible()
    assert button.get_attribute("name") == "commune"
    for method, _path, body in desk.searches():
        assert method == "POST"
        assert "csrfmiddlewaretoken" in body
    assert not any("alen" in path for _method, path, _body in desk.sent)
    assert desk.complaints == []


def test_what_is_typed_before_the_scripts_arrive_is_looked_up_as_well(desk):
    held: list[Route] = []
    desk.page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    desk.page.goto(f"{ORIGIN}/screen", wait_until="commit")
    desk.page.get_by_role("textbox").fill("alen")
    desk.page.unroute("**/*.js")
    for route in held:
        desk.answer(route)
    expect(desk.page.get_by_role("button", name="Alençon (61000)")).to_be_visible()
    assert len(desk.searches()) == 1
    assert desk.complaints == []
