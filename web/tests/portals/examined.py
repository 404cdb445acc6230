"""Pages drawn beforehand, looked at in a real browser: what axe finds, what is too wide or too small for a thumb."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any

from django.contrib.staticfiles import finders
from playwright.sync_api import Page, sync_playwright

from tests.journeys import browsers
from tests.journeys.axe import violations

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((element) => !element.closest('.skip-link, p, caption, .error-summary') && element.getClientRects().length)
  .map((element) => ({element, box: (element.closest('.choice, .sign-answer, .card-link, .number') ?? element)
    .getBoundingClientRect()}))
  .filter(({box}) => box.height < 44 || box.width < 24)
  .map(({element}) => element.outerHTML.slice(0, 120))"""
UNFOLDED = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
Fault = tuple[str, int, str, str]


def examine(pages: Mapping[str, bytes], *, unfolded: bool = False) -> list[Fault]:
    """What is wrong with each page: its path, the width, the colours, and what. On a phone by day, on a desk by night.

    With `unfolded`, every fold is opened first. Opens a browser of its own: no table can be read meanwhile.
    """
    found: list[Fault] = []
    with served(pages) as origin, sync_playwright() as playwright:
        browser = browsers.start(playwright)
        page = browser.new_context(viewport=browsers.PHONE).new_page()
        page.on(
            "request",
            lambda one: found.extend((one.url, 0, "", "strange") for _ in browsers.foreign(one.url, {origin})),
        )
        for path in pages:
            page.goto(origin + path)
            if unfolded:
                page.evaluate(UNFOLDED)
            found += [(path, *fault) for fault in _on_both(page)]
        browser.close()
    return found


def _on_both(page: Page) -> Iterator[tuple[int, str, str]]:
    for viewport, scheme in ((browsers.PHONE, "light"), (browsers.DESKTOP, "dark")):
        width = viewport["width"]
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        # Without motion: a colour on its way from light to dark is neither.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for one in violations(page, runOnly=RULES):
            yield (width, scheme, f"{one['id']}: {one['nodes'][0]['html'][:120]}")
        yield from ((width, scheme, f"too small: {element}") for element in page.evaluate(SMALL))
        if browsers.overflows(page):
            yield (width, scheme, "wider than the screen")


@contextmanager
def served(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The origin at which a browser finds these pages, and the static files as they are before they are gathered."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = _answer(pages, self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "max-age=600" if self.path.startswith("/static/") else "no-store")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_said: Any) -> None:
            """Nothing: what a page asks for stands in no log of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(pages: Mapping[str, bytes], path: str) -> tuple[bytes | None, str]:
    if path in pages:
        return pages[path], "text/html; charset=utf-8"
    found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
    if found is None:
        return None, "text/plain"
    return Path(found).read_bytes(), guess_type(path)[0] or "text/plain"
