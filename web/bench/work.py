"""What the gate costs: the server for each judgement, and whoever works instead of waiting."""

import time
from collections.abc import Callable
from itertools import count
from statistics import mean

from maillon.portals.public.gate.judging import Gate
from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.penalties import CODES, bits_for, wait_for
from maillon.portals.public.gate.work import Desk, Ticket, is_work

NAME = "work"
_TIMES = 20_000
_SOURCES = 100_000
_SAMPLES = 4


def run() -> list[dict[str, object]]:
    """Microseconds of the server, then the expected seconds of somebody who computes as fast as this Python does."""
    desk, gate = Desk(), Gate(0.0)
    for number in range(_SOURCES):
        gate.ledger.charge(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", Act.CODE, 9, 0.0)
    owed = desk.issue(Act.CODE, wait=30, bits=20, at=0.0)
    signed = desk.signed(owed)
    return [
        _row("judge: a source that owes nothing", lambda: gate.judge("203.0.113.7", Act.CODE, 0.0)),
        _row("judge: one among 100,000 that owe", lambda: gate.judge("10.0.7.9", Act.CODE, 0.0)),
        _row("turn of a source that owes", lambda: gate.ledger.delay("10.0.7.9", 0.0)),
        _row("read a ticket and check its work", lambda: is_work(desk._read(signed), "123456")),  # noqa: SLF001 - the cost
        *(_worked(errors) for errors in (7, 8, 9, 10, 11)),
    ]


def _row(what: str, act: Callable[[], object]) -> dict[str, object]:
    began = time.perf_counter()
    for _ in range(_TIMES):
        act()
    return {
        "what": what,
        "microseconds": round(1e6 * (time.perf_counter() - began) / _TIMES, 1),
        "wait_s": None,
        "bits": None,
        "work_s": None,
    }


def _worked(errors: int) -> dict[str, object]:
    wait = wait_for(errors, CODES)
    bits = bits_for(wait, 0.0)
    rate = mean(_hashes_a_second() for _ in range(_SAMPLES))
    return {
        "what": f"after {errors} wrong codes",
        "microseconds": None,
        "wait_s": wait,
        "bits": bits,
        "work_s": round(2**bits / rate, 2),
    }


def _hashes_a_second() -> float:
    ticket: Ticket = Desk().issue(Act.CODE, wait=30, bits=16, at=0.0)
    began = time.perf_counter()
    found = next(number for number in count() if is_work(ticket, str(number)))
    return (found + 1) / (time.perf_counter() - began)
