"""Whether one process, as the public door's, seals as many reports a second as the two of the professionals'.

The same reports through the same views; only the server differs. The public door must be one process, which
knows in its memory who errs.
"""

from bench.load.drafts import browsers, sendings
from bench.load.server import serving
from bench.load.writers import send_all
from bench.reports import sent

NAME = "processes"
_SERVERS = {
    "two of 4 threads": (),
    "one of 32 threads": (
        *("--worker-class", "maillon.config.public_worker.PublicWorker"),
        *("--workers", "1", "--threads", "32", "--worker-connections", "4000"),
    ),
}
_WRITERS, _EACH, _TURNS = 8, 400, 2
_SHOWN = ("writers", "accepted", "refused", "errors_5xx", "accepted_per_s", "p50_ms", "p95_ms")


def run() -> list[dict[str, object]]:
    """Each server twice, in turns, since other work of the machine weighs on one more than on another."""
    people, rows = browsers(), []
    for _turn in range(_TURNS):
        for name, arguments in _SERVERS.items():
            with serving("pro", arguments=arguments) as port:
                send_all(port, sendings(40, people), 4)
                row = sent(port, _WRITERS, people, _EACH)
            rows.append({"server": name, **{key: row[key] for key in _SHOWN}})
    return rows
