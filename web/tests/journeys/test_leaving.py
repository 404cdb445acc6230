"""Leaving at once, in a browser that keeps pages in memory as people's browsers do: nothing leads back to the door."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.journeys import browsers
from tests.journeys.people import moves

SECRET = "Alençon"


def entries(page: Page) -> list[str]:
    """The addresses that this tab remembers: what « back », its list, and a tab opened again can show."""
    session = page.context.new_cdp_session(page)
    return [one["url"] for one in session.send("Page.getNavigationHistory")["entries"]]


def answers(page: Page, start: str) -> None:
    """From the first page to whom to call, with something typed."""
    page.goto(start)
    moves(page, page.get_by_role("link", name="Trouver qui appeler"))
    for answer in ("Pour moi", "18 ans ou plus", "Non", "Connaître ses droits"):
        moves(page, page.get_by_role("button", name=answer, exact=True))
    page.get_by_label("Une commune, si vous voulez").fill(SECRET)


def presses_leave(page: Page) -> None:
    page.get_by_role("button", name="Quitter vite").click()


def left(page: Page, outside) -> None:
    expect(page).to_have_url(outside.url)
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()


def back(page: Page) -> None:
    """A browser may refuse to show again what a form answered: then there is nothing to see either."""
    with suppress(Error):
        page.go_back(wait_until="commit")


def keeps_something(page: Page, origin: str) -> None:
    page.context.add_cookies([{"name": "sitting", "value": "x", "url": origin}])
    page.evaluate("localStorage.setItem('draft', 'x'); sessionStorage.setItem('draft', 'x')")


def keeps_nothing(page: Page, origin: str) -> None:
    page.goto(origin)
    assert page.context.cookies(origin) == []
    assert page.evaluate("localStorage.length") == 0


@pytest.fixture
def opened(playwright_started, product, outside):
    """Opens a context of the remembering browser: `opened(java_script_enabled=False)`."""
    contexts = []
    origins = {product.public_url, outside.url.rstrip("/")}

    def open_context(**options):
        manager = browsers.context(playwright_started, origins, **options)
        contexts.append(manager)
        return manager.__enter__()

    yield open_context
    for manager in contexts:
        manager.__exit__(None, None, None)


@pytest.fixture
def playwright_started(browser):
    """A second browser beside the package's own, of the same Playwright."""
    started = browsers.start_like(browser, remembers=True)
    yield started
    started.close()


@pytest.mark.guardrail("G10")
def test_with_the_script_nothing_leads_back(opened, product, outside):
    context = opened()
    page, other = context.new_page(), context.new_page()
    asked: list = []

    def keep(request):
        asked.append(request)

    context.on("request", keep)
    other.goto(product.public_url + "/se-proteger/")
    answers(page, product.public_url)
    assert entries(page) == ["about:blank", product.public_url + "/trouver/"]
    assert all("cookie" not in one.all_headers() for one in asked)
    keeps_something(page, product.public_url)
    presses_leave(page)
    left(page, outside)
    left(other, outside)
    assert entries(page) == ["about:blank", outside.url]
    back(page)
    expect(page).to_have_url("about:blank")
    # By the page itself: the protocol refuses while a page kept in memory is being swapped in. And a moment after its
    # answer, which would else be lost with it.
    page.evaluate("setTimeout(() => history.forward())")
    left(page, outside)
    page.reload()
    left(page, outside)
    # Its own icon is asked for with its own address; ours is told to nobody.
    assert {heard.get("referer", outside.url) for heard in outside.heard} == {outside.url}
    keeps_nothing(page, product.public_url)
    # Three times Shift, and not twice.
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    assert page.url.startswith(product.public_url)
    for _ in range(3):
        page.keyboard.press("Shift")
    left(page, outside)


@pytest.mark.guardrail("G10")
def test_a_page_kept_in_memory_is_asked_for_anew(opened, product, outside):
    page = opened().new_page()
    asked: list[str] = []
    page.goto(product.public_url + "/trouver/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(outside.url)
    page.go_back(wait_until="commit")
    page.wait_for_function("!document.documentElement.hidden")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert product.public_url + "/trouver/" in asked


@pytest.mark.guardrail("G10")
def test_without_a_script_what_was_written_is_gone(opened, product, outside):
    page = opened(java_script_enabled=False).new_page()
    answers(page, product.public_url)
    assert page.locator("form").evaluate_all("all => all.every(one => one.matches('.leave, [autocomplete=off]'))")
    presses_leave(page)
    left(page, outside)
    back(page)
    expect(page).not_to_have_url(outside.url)
    page.wait_for_load_state()
    assert SECRET not in page.content()
    assert not page.locator(f'input[value="{SECRET}"]').count()
    assert re.search(r"Weather", page.content()) is None


def test_the_way_out_is_the_second_stop_of_a_keyboard_and_above_everything(opened, product):
    page = opened().new_page()
    page.goto(product.public_url)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Quitter vite")).to_be_focused()
    box = page.get_by_role("button", name="Quitter vite").bounding_box()
    assert box["y"] + box["height"] <= browsers.PHONE["height"]
    page.mouse.wheel(0, 2000)
    hit = "box => document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).className"
    assert page.evaluate(hit, box) == "leave-button"
