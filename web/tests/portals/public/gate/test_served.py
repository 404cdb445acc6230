"""The real public server: attackers and honest people at once, circuits of Tor, and what it writes down."""

import socket
import time
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, sync_playwright

from bench.load.attack import Attack, attacked
from bench.load.server import serving
from maillon.portals.public.gate.turns import BURST, RATE
from tests.journeys import browsers
from tests.journeys.accessibility import assert_accessible
from tests.journeys.people import moves
from tests.portals.public.gate.people import over_a_circuit, raw, visit
from tests.portals.public.gate.urls import RIGHT

CANARY = "canari-4f7b2e"
ONION = "a" * 56 + ".onion"
# Without the mark, there would be no database of the tests for the server to join.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("served") / "log"


@pytest.fixture(scope="module")
def port(log, django_db_setup, django_db_blocker):
    """The port of a real server on the tests' database."""
    with (
        log.open("w") as written,
        django_db_blocker.unblock(),
        serving(
            "public",
            written,
            ("--graceful-timeout", "1"),
            DJANGO_SETTINGS_MODULE="tests.portals.public.gate.served",
            GUNICORN_CMD_ARGS="--proxy-protocol=v1",
            MAILLON_ONION_ADDRESS=ONION,
            MAILLON_SOURCE_HEADER="X-Real-IP",
        ) as found,
    ):
        yield found


def test_while_one_source_hammers_everybody_elses_right_code_opens_at_once(port):
    began = time.monotonic()
    with attacked(Attack(port, "127.0.0.2", 64, "/essai/code/", ["code=faux"])) as answers:
        honest = [visit(port, f"127.0.1.{number}", RIGHT) for number in range(1, 151)]
    seconds = time.monotonic() - began
    assert honest == [200] * 150
    # Those who were on their way before the first errors counted, the burst, and then so many a second.
    assert answers.total() <= 64 + 2 * BURST + RATE * (seconds + 1)
    assert answers[0] == 0
    assert set(answers) == {404, 429}


def test_more_silent_connections_than_threads_keep_nobody_out(port):
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
    # Each silent connection in a thread would hold it for five seconds, three times over.
    assert visit(port, "127.0.2.1", RIGHT, patience=12) == 200
    for connection in silent:
        connection.close()


def test_each_circuit_pays_for_itself_over_all_requests_of_its_connection(port):
    assert over_a_circuit(port, 1, *["faux"] * 9)[-1] == 429
    assert over_a_circuit(port, 2, RIGHT) == [200]
    assert visit(port, "127.0.0.1", RIGHT) == 200
    assert over_a_circuit(port, 1, "faux") == [429]


def test_nothing_it_writes_names_a_visitor_or_what_was_asked(port, log):
    agent = f"User-Agent: {CANARY}\r\nX-Forwarded-For: {CANARY}\r\n"
    for said in (
        f"GET /{CANARY}/?q={CANARY} HTTP/1.1\r\nHost: 127.0.0.1\r\n{agent}Connection: close\r\n\r\n",
        f"GET /essai/faute/{CANARY}/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{agent}Connection: close\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: {CANARY}.example\r\n{agent}Connection: close\r\n\r\n",
        f"{CANARY} / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{CANARY} \r\n\r\n",
        f"PROXY TCP4 {CANARY} 127.0.0.1 1 2\r\nGET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ):
        raw(port, said.encode())
    written = log.read_text()
    assert "A request could not be read." in written
    assert "ValueError" in written
    assert [line for line in written.splitlines() if CANARY in line or "127.0." in line or "fc00:" in line] == []


def test_it_does_not_say_which_server_it_is(port):
    answer = raw(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").decode()
    assert answer.startswith("HTTP/1.1 200")
    assert "gunicorn" not in answer.lower()
    assert "django" not in answer.partition("\r\n\r\n")[0].lower()


def test_it_answers_to_the_name_of_its_onion_service(port):
    circuit = b"PROXY TCP6 fc00:dead:beef:4dad::77 ::1 10077 80\r\n"
    asked = f"GET / HTTP/1.1\r\nHost: {ONION}\r\nConnection: close\r\n\r\n".encode()
    assert raw(port, circuit + asked).startswith(b"HTTP/1.1 200")


def test_in_a_browser_the_page_goes_on_by_itself_and_without_a_script_by_its_button(port):
    origin, at_home = f"http://127.0.0.1:{port}", {"X-Real-IP": "203.0.113.50"}
    for _ in range(12):
        visit(port, "127.0.0.1", "faux", headers=at_home)
    with sync_playwright() as playwright, closing(browsers.start(playwright)) as browser:
        with browsers.context(browser, {origin}, extra_http_headers=at_home, java_script_enabled=False) as plain:
            page = plain.new_page()
            moves(page, types(page, origin))
            assert page.locator("h1").inner_text() == "Un instant"
            assert not browsers.overflows(page)
            moves(page, page.get_by_role("button", name="Continuer"))
            assert page.locator("input[name=code]").input_value() == RIGHT
        with browsers.context(browser, {origin}, extra_http_headers=at_home) as scripted:
            scripted.route("**/gate.js", lambda route: route.abort())
            page = scripted.new_page()
            moves(page, types(page, origin))
            assert_accessible(page)
            scripted.unroute("**/gate.js")
            page = scripted.new_page()
            # It goes on by itself, perhaps before anybody could ask it anything.
            types(page, origin).click()
            page.get_by_text("ouvert").wait_for()


def types(page: Page, origin: str) -> Locator:
    """Fills in the right code. Returns the button that sends it."""
    page.goto(f"{origin}/essai/code/")
    page.locator("input").fill(RIGHT)
    return page.get_by_role("button")
