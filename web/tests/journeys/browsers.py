"""A real browser that reaches the product and nothing else."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Playwright, expect

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
# Without windows to draw, the first starts and leaves sooner.
COMMANDS = ("chromium-headless-shell", "chromium")
MISSING = "the browser tests need Chromium; on Debian: apt-get install chromium-headless-shell (as root: make chromium)"
# Milliseconds; nobody waits them but a test that fails. Playwright's own five seconds are few on a busy machine.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
# Without motion: a colour on its way to another is neither, and what moves is not where it was.
_AT_REST = {"viewport": PHONE, "locale": "fr-FR", "timezone_id": "Europe/Paris", "reduced_motion": "reduce"}
# A browser that looks for updates, or asks a name server, would hide whether a page did.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def start(playwright: Playwright, *, remembers: bool = False) -> Browser:
    """The machine's Chromium. Fails, saying what to install, where there is none.

    Playwright's keeps no page in memory for « back »; one that `remembers` does, as people's browsers do.
    """
    return _launch(playwright.chromium, remembers=remembers)


def _launch(chromium: BrowserType, *, remembers: bool) -> Browser:
    executable = next(filter(None, map(shutil.which, COMMANDS)), None)
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    kept = ["--disable-back-forward-cache"] if remembers else []
    return chromium.launch(executable_path=executable, args=[*QUIET, *sandbox], ignore_default_args=kept)


@contextmanager
def context(browser: Browser, origins: set[str], **options: object) -> Iterator[BrowserContext]:
    """A fresh profile. Fails at its end if a page asked anything of another origin (G10)."""
    opened = browser.new_context(**{**_AT_REST, **options})
    opened.set_default_timeout(PATIENCE)
    strangers: list[str] = []
    opened.on("request", lambda request: strangers.extend(foreign(request.url, origins)))
    try:
        yield opened
    finally:
        opened.close()
    assert strangers == [], f"asked of another origin: {strangers}"


def foreign(url: str, origins: set[str]) -> list[str]:
    """The URL, if it leaves the machine and the product."""
    parts = urlsplit(url)
    inside = parts.scheme in {"data", "blob", "about"} or f"{parts.scheme}://{parts.netloc}" in origins
    return [] if inside else [url]


def overflows(page: Page) -> bool:
    """True when the page has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def start_like(browser: Browser, *, remembers: bool) -> Browser:
    """Another browser of the same Playwright: two of those can't run in one thread."""
    return _launch(browser.browser_type, remembers=remembers)
