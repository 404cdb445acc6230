"""Whether an honest reader notices that somebody else guesses codes at full speed, over many connections.

She enters with the code of a real report and opens its page, at the public process as the launcher starts it. The
attacker posts well-made codes that open nothing to the same address, each once. Rounds with and without the attack take
turns, so that other work of the machine weighs on both alike. The attacker runs on the same cores, which the ratio has
to bear as well.
"""

import statistics
import time
from itertools import cycle, islice
from urllib.parse import urlencode

from bench.load.accounts import accounts
from bench.load.attack import Attack, attacked
from bench.load.reader import Reader
from bench.load.server import serving
from maillon.speaking.code import new_code

NAME = "codes"
CONNECTIONS = (8, 64, 512)
# Long enough that the first burst, which is free, does not weigh more than what an attacker gets from then on.
_ROUNDS, _EACH = 4, 120
_READERS = 20
# More than an attacker gets to try in one round.
_GUESSES = 1000
Visit = tuple[bool, float]


def run() -> list[dict[str, object]]:
    """One row for each number of the attacker's connections. Expects a database with the demonstration in it."""
    sent = accounts(_READERS)
    for account in sent:
        account.send()
    codes = [(" ".join(account.code.words), account.mark) for account in sent]
    with serving("public") as port:
        if not all(let_in for let_in, _seconds in _read(port, 0, codes)):
            msg = "a right code does not open its report"
            raise RuntimeError(msg)
        return [_compared(port, number, connections, codes) for number, connections in enumerate(CONNECTIONS)]


def _compared(port: int, number: int, connections: int, codes: list[tuple[str, str]]) -> dict[str, object]:
    quiet: list[Visit] = []
    under: list[Visit] = []
    tried, seconds = 0, 0.0
    for turn in range(_ROUNDS):
        quiet += _read(port, turn, codes)
        attack = Attack(port, f"127.0.{9 + number}.{turn + 1}", connections, "/retour/", _guesses())
        began = time.perf_counter()
        with attacked(attack) as answers:
            under += _read(port, turn, codes)
        seconds += time.perf_counter() - began
        tried += answers.total()
    before, meanwhile = _p95(quiet), _p95(under)
    return {
        "connections": connections,
        "honest_visits": len(under),
        "honest_not_let_in": sum(not let_in for let_in, _seconds in quiet + under),
        "p50_quiet_ms": _p50(quiet),
        "p50_attack_ms": _p50(under),
        "p95_quiet_ms": before,
        "p95_attack_ms": meanwhile,
        "p95_ratio": round(meanwhile / before, 2),
        "attacker_answers_per_s": round(tried / seconds, 1),
    }


def _guesses() -> list[str]:
    return [urlencode({"code": " ".join(new_code().words)}) for _ in range(_GUESSES)]


def _read(port: int, turn: int, codes: list[tuple[str, str]]) -> list[Visit]:
    reader = Reader(port, f"127.0.1.{turn + 1}")
    return [reader.reads(words, mark) for words, mark in islice(cycle(codes), _EACH)]


def _p50(visits: list[Visit]) -> float:
    return round(1000 * statistics.median(seconds for _let_in, seconds in visits), 1)


def _p95(visits: list[Visit]) -> float:
    return round(1000 * statistics.quantiles((seconds for _let_in, seconds in visits), n=100)[94], 1)
