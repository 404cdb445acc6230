"""A code for somebody who has told nothing here: a professional made it for her, so that she can follow."""

from datetime import datetime

from maillon.base.locking import locked_row
from maillon.speaking.code import Code
from maillon.speaking.models import Speaker
from maillon.speaking.services.speakers import begin, destroy
from maillon.vault.models import KeyPair


def give_code(*, code: Code, language: str, at: datetime) -> KeyPair:
    """Stores what finds and seals to a fresh code, in the caller's transaction. The words themselves are kept nowhere.

    `services.enter` knows it from then on, with neither a paused telling nor a report. IntegrityError for a code that
    is in use.
    """
    return begin(code=code, language=language, at=at).key_pair


def take_code_back(*, key_pair: KeyPair) -> bool:
    """Forgets a code that nothing is sealed to any more and that no report hangs on; says whether it did.

    Delete first what else refers to the pair.
    """
    idle = Speaker.objects.filter(key_pair=key_pair, report=None, paused=None, key_pair__grants=None)
    speaker = locked_row(idle.select_related("key_pair", "paused"), no_key=False)
    if speaker is None:
        return False
    destroy(speaker)
    return True
