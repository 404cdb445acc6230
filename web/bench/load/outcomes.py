"""What became of reports that were sent: answers, rows, and how long it took."""

from typing import Any

from django.db import connection

from bench._timing import spread
from bench.load.writers import Answer
from maillon.journal.models import Line
from maillon.reports.models import Report, Transmission


def stored() -> dict[str, int]:
    """How many of what the database holds now."""
    return {
        "reports": Report.objects.count(),
        "numbers": Report.objects.values("number").distinct().count(),
        "transmissions": Transmission.objects.count(),
        "lines": Line.objects.count(),
    }


def outcome(answers: list[Answer], seconds: float, before: dict[str, int], *, receipt: str) -> dict[str, object]:
    """The columns of a row: `before` is what was stored, and an accepted report leads to an address with `receipt`."""
    after = stored()
    accepted = [item for item in answers if item.status == 302 and receipt in item.location]
    took = [1000 * item.seconds for item in answers]
    return {
        "sent": len(answers),
        "accepted": len(accepted),
        "stored": after["reports"] - before["reports"],
        "refused": len(answers) - len(accepted),
        "errors_5xx": sum(item.status >= 500 or item.status == 0 for item in answers),
        "duplicate_numbers": after["reports"] - after["numbers"],
        "transmissions": after["transmissions"] - before["transmissions"],
        "journal_lines": after["lines"] - before["lines"],
        "accepted_per_s": round(len(accepted) / seconds, 1),
        **spread(took),
        "fsync": _fsync(),
    }


def _fsync() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW fsync")
        row: Any = cursor.fetchone()
    return str(row[0])
