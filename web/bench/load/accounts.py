"""Accounts of invented people without an account of ours, ready to be sent under codes of their own."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from maillon.base import clock
from maillon.reports.models import Report
from maillon.speaking import services
from maillon.speaking.code import Code, new_code
from maillon.speaking.content import ContactWish, Telling
from maillon.speaking.enums import SourceLevel

# As in drafts.py: a minor in Alençon, so that 400 characters are sealed to the council and the prosecutor.
_ANSWERS = {
    "danger": False,
    "age": "minor_15_17",
    "age_is_sure": True,
    "place": "lodging",
    "commune": "61001",
    "observed": "today",
    "grave": True,
    "signs_answered": True,
}
_TEXT = "Texte inventé pour la mesure. " * 12
_WISH = ContactWish(may_contact=True, channel="sms", value="06 00 00 00 00", hours="le matin", code_word="tulipe")


@dataclass(frozen=True)
class Account:
    """What is told, to whom, and the code that it is kept under; `mark` stands in no other account."""

    mark: str
    telling: Telling
    chosen: frozenset[UUID]
    code: Code

    def send(self) -> Report:
        """Sends it as the public door does, from a source that is not busy."""
        return services.send(
            telling=self.telling,
            chosen=self.chosen,
            code=self.code,
            language="fr",
            source=SourceLevel.NORMAL,
            at=clock.now(),
        )


def accounts(number: int) -> list[Account]:
    """`number` accounts with fresh codes, to everybody whom the law names and who reads here."""
    chosen = frozenset(services.proposed(_telling(""), timezone.localdate()).reachable())
    marks = [secrets.token_hex(15) for _ in range(number)]
    return [Account(mark, _telling(mark), chosen, new_code()) for mark in marks]


def _telling(mark: str) -> Telling:
    return Telling(for_self=False, contact=_WISH, answers={**_ANSWERS, "narrative": _TEXT + mark})
