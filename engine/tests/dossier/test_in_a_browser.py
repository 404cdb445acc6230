"""The page as a browser shows and prints it: whole, narrow, right to left, and asking nobody for anything."""

import io
import os
import shutil
import sys
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import sync_playwright

from maillon_engine.dossier.rendering import write

sys.path.insert(0, str(Path(__file__).parent))
from invented_lead import MANIFEST, PLACES
from test_right_to_left import arabic

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def browser():
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if executable is None:
        pytest.fail(
            "this test needs Chromium; on Debian: apt-get install chromium-headless-shell (as root: make chromium)"
        )
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, tmp_path):
    """The dossier on a phone, with what it asked for."""
    path = write(tmp_path, arabic(), MANIFEST, PLACES)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    yield page, asked, said
    page.close()


def test_it_asks_for_nothing_and_fits_a_phone(opened):
    page, asked, said = opened
    assert [url for url in asked if not url.endswith("dossier.html")] == []
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # Headings of tables take two lines; broken inside words they would take six.
    heights = page.eval_on_selector_all("thead th", "all => all.map(one => one.getBoundingClientRect().height)")
    assert max(heights) < 90


def test_an_arabic_text_is_set_from_the_right(opened):
    page, _, _ = opened
    quote = page.locator('blockquote[dir="rtl"]').first
    assert quote.evaluate("one => getComputedStyle(one).direction") == "rtl"
    left, right = quote.evaluate(
        """one => { const range = document.createRange(); range.selectNodeContents(one);
        const lines = [...range.getClientRects()], box = one.getBoundingClientRect();
        return [Math.min(...lines.map(l => l.left)) - box.left, box.right - Math.max(...lines.map(l => l.right))]; }"""
    )
    assert right < 30
    slots = page.locator('p.template[dir="rtl"] bdi.slot')
    assert slots.count() == 3
    assert {slots.nth(place).evaluate("one => getComputedStyle(one).direction") for place in range(3)} == {"ltr"}
    assert left >= 0


def test_it_prints_the_texts_that_are_folded_away_on_the_screen(opened):
    page, _, _ = opened
    assert page.locator("details[open]").count() == 0
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    whole = "\n".join(one.extract_text() for one in printed.pages)
    for said in ("Piste 1", "Ce qui va contre", "PV 0000/2026", "d5"):
        assert said in whole
    assert f"{len(printed.pages)} / {len(printed.pages)}" in whole
