"""The row of a code: making it, finding it, and letting go of what was paused under it."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Q
from django.utils import timezone

from maillon.base import rows
from maillon.base.clock import midnight
from maillon.base.ids import new_id
from maillon.base.locking import locked_row
from maillon.speaking.code import Code
from maillon.speaking.models import Speaker
from maillon.speaking.refusals import NoSuchCode
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring


def begin(*, code: Code, language: str, at: datetime, report_id: UUID | None = None) -> Speaker:
    """Stores the row and the public half of a code, dated with their day.

    A second one for the same code waits, then is an IntegrityError.
    """
    speaker = begin_unless_there(code=code, language=language, at=at, report_id=report_id)
    if speaker is None:
        raise IntegrityError
    return speaker


def begin_unless_there(*, code: Code, language: str, at: datetime, report_id: UUID | None = None) -> Speaker | None:
    """The same; None where the code has a row already. Waits for whoever is making it."""
    speaker = rows.new(
        Speaker,
        id=new_id(),
        locator=code.locator(),
        key_pair_id=new_id(),
        report_id=report_id,
        language=language,
        last_seen_on=timezone.localdate(at),
    )
    # Before its pair, so that a second one, which waits here, has done nothing that would have to be undone.
    if not rows.insert_unless_there(speaker, unique="locator"):
        return None
    speaker.key_pair = vault.register_code(
        owner_id=speaker.id, private_key=code.private_key(), at=midnight(at), key_pair_id=speaker.key_pair_id
    )
    return speaker


def found(locator: bytes, *, lock: bool = False) -> Speaker | None:
    """The row of a code with its key pair, report and paused telling; locked to the end of the transaction if asked."""
    return _first(Q(locator=locator), lock=lock)


def own(*, speaker_id: UUID, keyring: Keyring, lock: bool = False) -> Speaker:
    """The row that this keyring was given for. Raises NoSuchCode when it is gone or the keyring does not fit it."""
    speaker = _first(Q(pk=speaker_id), lock=lock)
    if speaker is None or speaker.key_pair_id != keyring.key_pair_id:
        raise NoSuchCode
    try:
        vault.code_keyring(key_pair=speaker.key_pair, private_key=keyring.private_key)
    except CannotOpen:
        raise NoSuchCode from None
    return speaker


def _first(which: Q, *, lock: bool) -> Speaker | None:
    query = Speaker.objects.select_related("key_pair", "report", "paused").filter(which)
    return locked_row(query, no_key=False) if lock else query.first()


def let_go_of_paused(speaker: Speaker, *, report_id: UUID | None, language: str) -> None:
    """Destroys what was paused under a locked row, which is `report_id`'s from now on."""
    item = speaker.paused
    speaker.paused = speaker.paused_at = None
    speaker.report_id, speaker.language = report_id, language
    speaker.save(update_fields=["paused", "paused_at", "report", "language"])
    if item is not None:
        vault.forget(item=item)


def destroy(speaker: Speaker) -> None:
    """Deletes a locked row with what was paused under it, and its key where no report is sealed to it.

    Where an app above has sealed something else to the code, only what was paused goes: the code still opens that.
    """
    if speaker.report_id is None and speaker.key_pair.grants.exclude(item=speaker.paused).exists():
        let_go_of_paused(speaker, report_id=None, language=speaker.language)
        return
    item, pair, sent = speaker.paused, speaker.key_pair, speaker.report_id is not None
    speaker.delete()
    if item is not None:
        vault.forget(item=item)
    if not sent:
        vault.forget_code(key_pair=pair)
