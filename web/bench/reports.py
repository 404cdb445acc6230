"""How many reports a second the product accepts, sealed and on disk, and whether it loses or refuses one."""

import statistics
from typing import Any

from django.db import connection

from bench.load.drafts import Browser, browsers, sendings
from bench.load.server import serving
from bench.load.writers import send_all
from maillon.journal.models import Line
from maillon.reports.models import Report, Transmission

NAME = "reports"
WRITERS = (1, 2, 8, 32, 64)
_EACH = 1200
_WARM_UP = 60


def run() -> list[dict[str, object]]:
    """Sends prepared drafts over HTTP with 1 to 64 writers. Expects a database with the demonstration in it."""
    people = browsers()
    with serving() as port:
        send_all(port, sendings(_WARM_UP, people), 4)
        return [sent(port, writers, people) for writers in WRITERS]


def sent(port: int, writers: int, people: list[Browser], each: int = _EACH) -> dict[str, object]:
    """Sends `each` reports (a quarter, for one writer alone) and says what became of them."""
    requests = sendings(each if writers > 1 else each // 4, people)
    before = _stored()
    answers, seconds = send_all(port, requests, writers)
    after = _stored()
    accepted = [item for item in answers if item.status == 302 and "envoye" in item.location]
    took = sorted(1000 * item.seconds for item in answers)
    cuts = statistics.quantiles(took, n=100)
    return {
        "writers": writers,
        "sent": len(requests),
        "accepted": len(accepted),
        "stored": after["reports"] - before["reports"],
        "refused": len(answers) - len(accepted),
        "errors_5xx": sum(item.status >= 500 or item.status == 0 for item in answers),
        "duplicate_numbers": after["reports"] - after["numbers"],
        "transmissions": after["transmissions"] - before["transmissions"],
        "journal_lines": after["lines"] - before["lines"],
        "accepted_per_s": round(len(accepted) / seconds, 1),
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
        "max_ms": round(took[-1], 1),
        "fsync": _fsync(),
    }


def _stored() -> dict[str, int]:
    return {
        "reports": Report.objects.count(),
        "numbers": Report.objects.values("number").distinct().count(),
        "transmissions": Transmission.objects.count(),
        "lines": Line.objects.count(),
    }


def _fsync() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW fsync")
        row: Any = cursor.fetchone()
    return str(row[0])
