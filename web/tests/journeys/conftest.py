"""What a browser test stands on: one running product, one browser, pages of the sizes that people have."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys import browsers
from tests.journeys import product as running
from tests.journeys.outside import Outside, weather

OpenPage = Callable[..., Page]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks every test of this folder."""
    item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="package")
def outside() -> Iterator[Outside]:
    """The neutral page outside, and what it hears of whoever is taken there."""
    with weather() as found:
        yield found


@pytest.fixture(scope="package")
def product(tmp_path_factory: pytest.TempPathFactory, outside: Outside) -> Iterator[running.Product]:
    """The running product with the demonstration's data: `.public_url`, `.pro_url`, `.database_url`.

    Shared by all browser tests of a run: a test makes what it changes.
    """
    local = tmp_path_factory.mktemp("product")
    with running.own_database(os.environ["DATABASE_URL"]) as url:
        started = running.launch(local, database_url=url, exit_url=outside.url)
        try:
            yield started
        finally:
            running.stop(started.launcher)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's Chromium."""
    with sync_playwright() as playwright:
        started = browsers.start(playwright)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, product: running.Product) -> Iterator[OpenPage]:
    """Opens a page in a fresh profile: `open_page(java_script_enabled=False, color_scheme="dark", locale="en-GB")`.

    It takes what Playwright's `new_context` takes. The test fails if any of its pages asks anything of another origin
    than the product's.
    """
    origins = {product.public_url, product.pro_url}
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(browsers.context(browser, origins, **options)).new_page()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page on a phone."""
    return open_page(viewport=browsers.PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def desktop_page(open_page: OpenPage) -> Page:
    """A page on a desktop screen."""
    return open_page(viewport=browsers.DESKTOP)
