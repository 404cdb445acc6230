"""Whether an honest reader notices that somebody else guesses codes at full speed, over many connections.

Rounds with and without the attack take turns, so that other work of the machine weighs on both alike. The attacker runs
on the same cores, which the ratio has to bear as well.
"""

import statistics
import time
from urllib.parse import urlencode

from bench.load.attack import Attack, attacked
from bench.load.reader import Reader
from bench.load.server import serving
from bench.load.writers import Answer, Request

NAME = "codes"
CONNECTIONS = (8, 64, 512)
_ROUNDS, _EACH = 40, 30
_SETTINGS = "tests.portals.public.gate.served"
# What the door is asked: a page, and a code that opens; and what the attacker tries.
_HONEST = (Request("/", "", ""), Request("/essai/code/", "", urlencode({"code": "code juste"})))
_GUESS = ("/essai/code/", urlencode({"code": "faux"}))


def run() -> list[dict[str, object]]:
    """One row for each number of the attacker's connections."""
    with serving("public", DJANGO_SETTINGS_MODULE=_SETTINGS) as port:
        _read(port, 0)
        return [_compared(port, number, connections) for number, connections in enumerate(CONNECTIONS)]


def _compared(port: int, number: int, connections: int) -> dict[str, object]:
    quiet: list[Answer] = []
    under: list[Answer] = []
    tried, seconds = 0, 0.0
    for turn in range(_ROUNDS):
        quiet += _read(port, turn)
        began = time.perf_counter()
        with attacked(Attack(port, f"127.0.{9 + number}.{turn + 1}", connections, *_GUESS)) as answers:
            under += _read(port, turn)
        seconds += time.perf_counter() - began
        tried += answers.total()
    before, meanwhile = _p95(quiet), _p95(under)
    return {
        "connections": connections,
        "honest_requests": len(under),
        "honest_not_200": sum(answer.status != 200 for answer in quiet + under),
        "p50_quiet_ms": _p50(quiet),
        "p50_attack_ms": _p50(under),
        "p95_quiet_ms": before,
        "p95_attack_ms": meanwhile,
        "p95_ratio": round(meanwhile / before, 2),
        "attacker_answers_per_s": round(tried / seconds, 1),
    }


def _read(port: int, turn: int) -> list[Answer]:
    reader = Reader(port, f"127.0.1.{turn + 1}")
    return [reader.opens(_HONEST[number % len(_HONEST)]) for number in range(_EACH)]


def _p50(answers: list[Answer]) -> float:
    return round(1000 * statistics.median(answer.seconds for answer in answers), 1)


def _p95(answers: list[Answer]) -> float:
    return round(1000 * statistics.quantiles((answer.seconds for answer in answers), n=100)[94], 1)
