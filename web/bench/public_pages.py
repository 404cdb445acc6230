"""What a page of the public door weighs, and how soon something stands on the screen on a slow mobile network.

Slow is what the browser's own throttling makes of it: 400 kbit/s each way, and 400 ms before each answer. Opening the
connection (TCP, TLS) is not slowed by that throttling: on such a network it adds two or three times 400 ms to a first
visit.
"""

import gzip
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Response, sync_playwright

NAME = "public-pages"
PAGES = ("/", "/ar/", "/trouver/", "/se-proteger/", "/zh-hans/se-proteger/", "/parler/", "/retour/", "/doute/")
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_TIMES = 5
_PHONE = {"width": 360, "height": 740}


def run() -> list[dict[str, object]]:
    """One row a page: bytes as sent and unpacked, of the page and of all that it needs, and the first paint."""
    with _served() as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        rows = [_row(browser, origin, page) for page in PAGES if _exists(origin + page)]
        browser.close()
    return rows


def _row(browser: Browser, origin: str, page: str) -> dict[str, object]:
    received = _received(browser, origin + page)
    document = received[0].body()
    paints = [_first_paint(browser, origin + page) for _ in range(_TIMES)]
    return {
        "page": page,
        "requests": len(received),
        "html bytes": len(document),
        "html gzip": len(gzip.compress(document)),
        "all bytes": sum(len(one.body()) for one in received),
        "all as sent": sum(one.request.sizes()["responseBodySize"] for one in received),
        "first paint on slow 3G, ms": round(statistics.median(paints)),
    }


def _received(browser: Browser, url: str) -> list[Response]:
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    received: list[Response] = []

    def keep(response: Response) -> None:
        received.append(response)

    page.on("response", keep)
    page.goto(url, wait_until="networkidle")
    return received


def _first_paint(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW)
    page.goto(url)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return float(painted)


def _exists(url: str) -> bool:
    try:
        with urlopen(Request(url)) as answer:  # noqa: S310 - our own server
            return bool(answer.status)
    except OSError:
        return False


@contextmanager
def _served() -> Iterator[str]:
    """The public process on a free port, on the database that was prepared."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    surroundings: dict[str, Any] = {**os.environ, "DJANGO_SETTINGS_MODULE": "maillon.config.settings.public"}
    command = [sys.executable, "-m", "gunicorn", "maillon.config.wsgi_public:application", "--bind", address]
    with subprocess.Popen([*command, "--threads", "4"], env=surroundings, stderr=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            _wait(f"http://{address}/")
            yield f"http://{address}"
        finally:
            server.terminate()


def _wait(url: str) -> None:
    deadline = time.monotonic() + 60
    while not _exists(url):
        if time.monotonic() > deadline:
            msg = "the public process did not start"
            raise RuntimeError(msg)
        time.sleep(0.2)
