"""What became of a report, for the person who keeps its code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from maillon.reports import services as reports
from maillon.reports.deadlines import Due, deadlines
from maillon.reports.enums import Asked, Outcome
from maillon.reports.models import Request, Transmission
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, of_the_person
from maillon.reports.services import OpenedReport, OpenedWords
from maillon.speaking.plain import OUTCOMES
from maillon.speaking.services.speakers import own
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class Way:
    """The report at one recipient: where it stands, by when something is due, what was done and written."""

    transmission: Transmission
    deadlines: tuple[Due, ...]
    messages: Sequence[OpenedWords]
    requests: Sequence[Request]
    may: frozenset[Ability]

    @property
    def name(self) -> str:
        return self.transmission.recipient.name

    @property
    def outcome(self) -> str:
        """How it ended, in words for her; empty while it has not."""
        outcome = self.transmission.outcome
        return str(OUTCOMES[Outcome(outcome)]) if outcome else ""

    @property
    def moments(self) -> list[tuple[str, datetime]]:
        """What was done, in words with its moment, the earliest first."""
        return sorted(self._moments(), key=lambda moment: moment[1])

    def _moments(self) -> Iterator[tuple[str, datetime]]:
        item = self.transmission
        named = [
            (_("Arrivé"), item.sent_at),
            (_("Ouvert"), item.opened_at),
            (_("Réception confirmée"), item.acknowledged_at),
            (_("Terminé"), item.closed_at),
            (_("Vérifié"), item.verified_at),
        ]
        yield from ((str(words), at) for words, at in named if at is not None)

    @property
    def erasure(self) -> Request | None:
        """Her latest request for erasure here."""
        return self._latest(Asked.ERASURE)

    @property
    def withdrawal(self) -> Request | None:
        """Her taking back of consent here."""
        return self._latest(Asked.WITHDRAWAL)

    def _latest(self, asked: Asked) -> Request | None:
        return next((item for item in self.requests if item.asked == asked), None)


@dataclass(frozen=True)
class Followed:
    """A report as its code shows it. `told` is None once its content was destroyed."""

    number: str
    submitted_at: datetime
    erased_at: datetime | None
    told: OpenedReport | None
    ways: tuple[Way, ...]


@transaction.atomic
def follow(*, keyring: Keyring, speaker_id: UUID, at: datetime) -> Followed:
    """Everything about the report of a code, with the messages opened and marked as read on that day.

    Raises NoSuchCode, or NotAllowed while nothing has been sent.
    """
    report = own(speaker_id=speaker_id, keyring=keyring).report
    if report is None:
        raise NotAllowed
    words = reports.read_without_account(report=report, keyring=keyring, at=at)
    found = report.transmissions.select_related("recipient", "report").prefetch_related("requests")
    return Followed(
        number=report.number,
        submitted_at=report.submitted_at,
        erased_at=report.erased_at,
        told=words.told,
        ways=tuple(_way(item, words.messages.get(item.id, [])) for item in found.order_by("sent_at", "pk")),
    )


def _way(transmission: Transmission, messages: Sequence[OpenedWords]) -> Way:
    return Way(
        transmission=transmission,
        deadlines=deadlines(transmission),
        messages=messages,
        requests=sorted(transmission.requests.all(), key=lambda request: request.asked_at, reverse=True),
        may=of_the_person(transmission),
    )
