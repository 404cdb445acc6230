"""The public door, opened on a watched phone: quiet, light, and nobody else learns of it."""

import itertools

import pytest

from tests.journeys.accessibility import assert_accessible
from tests.journeys.browsers import DESKTOP, PHONE, overflows

PAGES = ["/", "/ar/", "/se-proteger/", "/trouver/", "/fiches/police/"]
WEIGHT = 60_000


@pytest.mark.guardrail("G10")
@pytest.mark.parametrize("path", PAGES)
def test_is_accessible_fits_the_screen_and_asks_nothing_of_others(open_page, product, path):
    page = open_page()
    page.goto(product.public_url + path)
    for viewport, scheme in itertools.product((PHONE, DESKTOP), ("light", "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        assert not overflows(page), f"{viewport}, {scheme}"
        assert_accessible(page)


@pytest.mark.guardrail("G10")
@pytest.mark.parametrize("path", PAGES)
def test_needs_no_script(open_page, product, path):
    page = open_page(java_script_enabled=False)
    page.goto(product.public_url + path)
    assert page.locator("h1").is_visible()
    assert page.locator('a[href^="tel:"]').first.is_visible()


@pytest.mark.guardrail("G10")
@pytest.mark.parametrize("path", PAGES)
def test_sets_no_cookie_stores_nothing_and_is_light(open_page, product, path):
    page = open_page(viewport=PHONE)
    received = []

    def keep(response):
        received.append(response)

    page.on("response", keep)
    page.goto(product.public_url + path, wait_until="networkidle")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    assert all("set-cookie" not in response.all_headers() for response in received)
    assert sum(response.request.sizes()["responseBodySize"] for response in received) < WEIGHT


def test_shows_where_professionals_sign_in(page, product):
    page.goto(product.public_url)
    assert page.locator(f'a[href^="{product.pro_url}"]').count() >= 1
