"""Invented reports of people without an account, with codes from a fixed seed, which anybody may try."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from maillon.demo.situations import Situations
from maillon.reports.models import Report
from maillon.speaking.code import Code
from maillon.speaking.content import ContactWish, Telling
from maillon.speaking.enums import SourceLevel
from maillon.speaking.services import proposed, send

_SECRET_BYTES = 10


def demo_code(name: str) -> Code:
    """The code of an invented telling: known to everybody, so it is made on a demonstration alone."""
    return Code(hashlib.blake2b(f"maillon demo {name}".encode(), digest_size=_SECRET_BYTES).digest())


def speak(row: dict[str, Any], situations: Situations, *, at: datetime) -> Report:
    """Sends one invented telling, `hours_ago` before `at`, and moves it along at its recipients."""
    sent_at = at - timedelta(hours=row["hours_ago"])
    telling = Telling(
        for_self=row["for_self"], contact=ContactWish.from_answers(row.get("contact", {})), answers=row["content"]
    )
    report = send(
        telling=telling,
        chosen=proposed(telling, localdate(sent_at)).reachable().keys(),
        code=demo_code(row["name"]),
        language=row["language"],
        source=SourceLevel(row.get("source", SourceLevel.NORMAL)),
        at=sent_at,
    )
    situations.move_along(report, row, sent_at)
    return report
