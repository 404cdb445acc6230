"""How many accounts a second the public door takes, sealed and on disk, and whether it loses or refuses one.

Three ways: by the service alone from several processes; by the form that sends an account which stands in a sitting,
at one process and at two that a proxy would choose between by the source's address; and from the first button to the
eight words, which is some thirty requests.
"""

from collections.abc import Callable
from functools import partial

from bench.load.outcomes import outcome, stored
from bench.load.sealers import seal_all
from bench.load.server import serving
from bench.load.sittings import RECEIPT, last_forms
from bench.load.walkers import walk_all
from bench.load.writers import Answer, send_all

NAME = "tellings"
PROCESSES, WRITERS, WALKERS = (1, 2, 4, 8), (1, 8, 32), (1, 8)
_EACH, _WALKS, _WARM_UP = 400, 24, 40
Sent = tuple[list[Answer], float]


def run() -> list[dict[str, object]]:
    """One row for each way and number of writers. Expects a database with the demonstration in it."""
    rows = [_row("service", number, partial(seal_all, _share(number), number)) for number in PROCESSES]
    with serving("public", MAILLON_SOURCE_HEADER="X-Real-IP") as port:
        send_all(port, last_forms(_WARM_UP), 4)
        rows += [_by_form([port], number) for number in WRITERS]
        rows += [_row("whole account", number, partial(walk_all, port, _WALKS, number)) for number in WALKERS]
        with serving("public", MAILLON_SOURCE_HEADER="X-Real-IP") as second:
            send_all(second, last_forms(_WARM_UP), 4)
            rows += [_by_form([port, second], number) for number in WRITERS]
    return rows


def _share(writers: int) -> int:
    return _EACH if writers > 1 else _EACH // 4


def _by_form(ports: list[int], writers: int) -> dict[str, object]:
    way = "last form" if len(ports) == 1 else f"last form, {len(ports)} processes"
    return _row(way, writers, partial(send_all, ports, last_forms(_share(writers)), writers))


def _row(way: str, writers: int, send: Callable[[], Sent]) -> dict[str, object]:
    before = stored()
    answers, seconds = send()
    return {"way": way, "writers": writers, **outcome(answers, seconds, before, receipt=RECEIPT)}
