"""Coming back with the code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from maillon.base.clock import midnight
from maillon.reports.models import Report
from maillon.speaking import rules
from maillon.speaking.code import Code
from maillon.speaking.content import Telling
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import NoSuchCode
from maillon.speaking.services.speakers import found
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class Entered:
    """What a code leads to: a telling that was paused, or a report; never both. The repr shows no content."""

    speaker_id: UUID
    keyring: Keyring
    language: str
    paused: Telling | None
    report: Report | None

    def __repr__(self) -> str:
        return f"Entered({self.speaker_id})"


@transaction.atomic
def enter(*, code: Code, at: datetime) -> Entered:
    """Opens what belongs to a code. Keeps the day of the visit and nothing else. Raises NoSuchCode."""
    speaker = found(code.locator())
    if speaker is None or _is_over(speaker, at):
        raise NoSuchCode
    today = timezone.localdate(at)
    if rules.is_first_visit(speaker.last_seen_on, today):
        Speaker.objects.filter(pk=speaker.pk).update(last_seen_on=today)
    keyring = vault.code_keyring(key_pair=speaker.key_pair, private_key=code.private_key())
    paused = None
    if speaker.paused is not None:
        paused = Telling.from_bytes(vault.open_own(item=speaker.paused, keyring=keyring))
    return Entered(speaker.id, keyring, speaker.language, paused, speaker.report)


def _is_over(speaker: Speaker, at: datetime) -> bool:
    # The job that destroys it may be late; nobody finds it even so.
    return speaker.paused_at is not None and speaker.paused_at <= rules.paused_before(midnight(at))
