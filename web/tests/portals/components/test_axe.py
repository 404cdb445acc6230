"""The gallery and the public pages in a real browser: axe finds nothing, nothing is asked of another origin."""

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client, RequestFactory, override_settings
from playwright.sync_api import Page, Route, sync_playwright

from maillon.base.models import Instance
from maillon.portals import components
from maillon.portals.components.views import gallery
from tests.portals.public.process import SETTINGS

STATIC = Path(components.__file__).parent / "static"
ORIGIN = "http://maillon.invalid"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The colours are all that a scheme changes.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
AXE = Axe()
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript"}
PUBLIC = [
    "/",
    "/en/",
    "/ar/",
    "/se-proteger/",
    "/ar/trouver/",
    "/fiches/",
    "/fiches/fire_rescue/",
    "/en/fiches/health/",
]
GALLERY = ["/_composants/", "/_composants/?sens=rtl"]
PATHS = PUBLIC + GALLERY


@pytest.fixture
def pages(db):
    """Every page, rendered beforehand: Django is not asked from inside the browser's loop."""
    Instance.objects.create(name="Orne", departement_code="61", is_demo=True)
    with override_settings(**SETTINGS):
        drawn = {path: Client().get(path).content for path in PUBLIC}
    return drawn | {path: gallery(RequestFactory().get(path)).content for path in GALLERY}


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


def serve(page: Page, pages: dict[str, bytes]) -> list[str]:
    """Answers the browser from memory and from the static files; returns the list of what it asked elsewhere."""
    strange: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path in pages:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
        elif path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
        else:
            strange.append(route.request.url)
            route.abort()

    page.route(re.compile(".*"), answer)
    return strange


def violations(page: Page, scheme: str) -> list[dict[str, Any]]:
    """What axe finds: by every rule in the light, by that of contrast in the dark."""
    found: list[dict[str, Any]] = AXE.run(page, options=RULES if scheme == "light" else CONTRAST).response["violations"]
    return found


@pytest.mark.journey
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(pages, browser):
    found = []
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            strange = serve(page, pages)
            for path in PATHS:
                page.goto(ORIGIN + path)
                found += [(path, width, scheme, each["id"]) for each in violations(page, scheme)]
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found.append((path, width, scheme, "wider than the screen"))
            found += [(width, scheme, url) for url in strange]
            context.close()
    assert found == []


SMALL = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((element) => !element.closest('.skip-link, p, caption, .error-summary') && element.getClientRects().length)
  .map((element) => ({element, box: (element.closest('.choice, .sign-answer, .card-link, .number') ?? element)
    .getBoundingClientRect()}))
  .filter(({box}) => box.height < 44 || box.width < 24)
  .map(({element}) => element.outerHTML.slice(0, 120))"""


@pytest.mark.journey
def test_targets_are_large_enough_for_a_thumb(pages, browser):
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    serve(page, pages)
    for path in PATHS:
        page.goto(ORIGIN + path)
        assert page.evaluate(SMALL) == []
