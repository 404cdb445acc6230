"""Stopping in the middle, and coming back: sealed to the code alone, and destroyed after seven days."""

from datetime import datetime

from django.db import transaction

from maillon.base.clock import midnight
from maillon.speaking.code import Code
from maillon.speaking.content import Telling
from maillon.speaking.enums import Kept
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import AlreadySent
from maillon.speaking.services.speakers import begin, found
from maillon.vault import services as vault


@transaction.atomic
def pause(*, telling: Telling, code: Code, at: datetime, language: str = "fr") -> Speaker:
    """Keeps the telling to the end of the seventh day from now, sealed to the code, in place of what was paused before.

    No hour is kept, neither here nor in the vault: whoever takes the database must not learn when she stopped.
    Raises AlreadySent for a code whose report has gone.
    """
    day = midnight(at)
    speaker = found(code.locator(), lock=True) or begin(code=code, language=language, at=at)
    if speaker.report_id is not None:
        raise AlreadySent
    if speaker.paused is None:
        speaker.paused = vault.seal(
            plaintext=telling.to_bytes(), kind=Kept.PAUSED, subject_id=speaker.id, codes=[speaker.id], at=day
        )
    else:
        vault.reseal_own(item=speaker.paused, plaintext=telling.to_bytes(), at=day)
    speaker.paused_at, speaker.language = day, language
    speaker.save(update_fields=["paused", "paused_at", "language"])
    return speaker
