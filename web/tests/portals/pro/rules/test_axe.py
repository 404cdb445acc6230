"""The pages in a real browser: axe finds nothing, nothing is wider than the screen, targets fit a thumb."""

import pytest
from django.urls import reverse
from playwright.sync_api import sync_playwright

from maillon.accounts.enums import Role
from tests.portals.asking import ask, membership
from tests.portals.components.test_axe import ORIGIN, SMALL, serve, violations

PAGES = ("rules", "rules_sources", "rules_grounds", "rules_contacts", "rules_signs")


@pytest.mark.journey
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_everything_fits(db, width, scheme):
    by = membership(Role.REPORTER)
    drawn = {reverse(f"pro:{name}"): ask(reverse(f"pro:{name}"), by).content for name in PAGES}
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
        strange = serve(page, drawn)
        for path in drawn:
            page.goto(ORIGIN + path)
            found += [(path, each["id"]) for each in violations(page, scheme)]
            found += [(path, "too small", element) for element in page.evaluate(SMALL)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((path, "wider than the screen"))
        browser.close()
    assert found == []
    assert strange == []
