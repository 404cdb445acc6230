"""Without a pointer: in by Tab and Enter, to the second question of a report, always seeing where one is."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESKTOP
from tests.journeys.people import moves

FARTHEST = 60
# A focus that is seen: an outline on the control itself, or on the box that shows it.
OUTLINED = """() => {
  const seen = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const active = document.activeElement;
  const box = active.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return inside && (seen(active) || seen(active.parentElement));
}"""
NAME = "() => document.activeElement.innerText || document.activeElement.ariaLabel || ''"


@pytest.fixture
def page(open_page):
    return open_page(viewport=DESKTOP)


def tabs_to(page: Page, name: str) -> None:
    """Presses Tab until the control whose text holds `name` has the focus, which must be seen at every stop."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINED), f"no focus to be seen at {page.evaluate(NAME)!r}"
        if name in page.evaluate(NAME):
            return
    pytest.fail(f"{name!r} can't be reached by keyboard on {page.url}")


def enters(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_signs_in_and_answers_the_first_question(page, product):
    page.goto(product.pro_url + "/connexion/")
    for name in ("Essayer avec une personne inventée", "Entrer comme Camille Roussel", "Signaler une situation"):
        tabs_to(page, name)
        enters(page)
    tabs_to(page, "Non")
    enters(page)
    assert page.url.endswith("/origine/")


def test_the_first_stop_leads_past_the_header(page, product):
    page.goto(product.pro_url + "/connexion/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    assert skip.evaluate("element => element === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_wrong_form_leads_to_what_is_wrong(page, product):
    page.goto(product.pro_url + "/connexion/")
    moves(page, page.get_by_role("button", name="Continuer"))
    tabs_to(page, "Adresse e-mail")
    page.keyboard.press("Enter")
    expect(page.locator("[name=username]")).to_be_focused()
