"""Stopping in the middle, and coming back: sealed to the code alone, and destroyed after seven days."""

from datetime import datetime

from django.db import transaction

from maillon.speaking.code import Code
from maillon.speaking.content import Telling
from maillon.speaking.enums import Kept
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import AlreadySent
from maillon.speaking.services.speakers import begin, found
from maillon.vault import services as vault


@transaction.atomic
def pause(*, telling: Telling, code: Code, at: datetime, language: str = "fr") -> Speaker:
    """Keeps the telling for seven days from now, sealed to the code; what was paused under it before is replaced.

    Raises AlreadySent for a code whose report has gone.
    """
    speaker = found(code.locator(), lock=True) or begin(code=code, language=language, at=at)
    if speaker.report_id is not None:
        raise AlreadySent
    if speaker.paused is None:
        speaker.paused = vault.seal(
            plaintext=telling.to_bytes(), kind=Kept.PAUSED, subject_id=speaker.id, codes=[speaker.id], at=at
        )
    else:
        vault.reseal_own(item=speaker.paused, plaintext=telling.to_bytes(), at=at)
    speaker.paused_at, speaker.language = at, language
    speaker.save(update_fields=["paused", "paused_at", "language"])
    return speaker
