"""The page's script, run outside a browser: it finds what the server accepts, and is small."""

from pathlib import Path

from maillon.portals import public
from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.work import Desk, is_work
from tests.portals.pro.offline.scripts import run

SCRIPT = Path(public.__file__).parent / "static" / "public" / "gate.js"
SOLVE = Path(__file__).with_name("solve.js")


def test_what_it_finds_the_server_accepts():
    desk = Desk()
    tickets = [desk.issue(Act.CODE, wait=30, bits=bits, at=1.0) for bits in (1, 8, 12, 15)]
    given = [{"nonce": ticket.nonce, "bits": str(ticket.bits)} for ticket in tickets]
    found = run(str(SOLVE), {"script": str(SCRIPT), "asked": given})
    assert [is_work(ticket, number) for ticket, number in zip(tickets, found, strict=True)] == [True] * 4


def test_without_work_it_goes_on_when_the_wait_is_over():
    assert run(str(SOLVE), {"script": str(SCRIPT), "asked": [{"seconds": "0"}]}) == [""]


def test_it_is_small_and_asks_nobody():
    text = SCRIPT.read_text()
    assert len(text.encode()) < 4096
    assert not any(word in text for word in ("fetch(", "XMLHttpRequest", "http:", "https:", "eval", "localStorage"))
