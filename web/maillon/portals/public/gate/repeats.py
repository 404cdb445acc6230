"""Whether the same account came before: digests of what is left of a text without its spaces, digits and signs.

In this process's memory, under a key of the day. Nothing is stored: a digest in the database would let whoever takes
it, with the key, ask whether a certain text was ever sent. A restart forgets, and people sort what comes twice then.
"""

import secrets
import threading
import unicodedata
from collections import OrderedDict
from hashlib import blake2b

from maillon.portals.public.gate.sources import ROTATES_IN

SHORTEST = 60
"""Letters below which texts are no repeat: « je suis en danger » is written by many."""

ALLOWED = 2
"""How often a text comes without standing out: a form is sent twice by mistake, or by both of a couple."""

MOST_TEXTS = 50_000


def letters_of(text: str) -> str:
    """The text as it is compared: letters alone, without case or accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalpha, spread))


class Repeats:
    """How often texts came today. Safe to use from several threads."""

    def __init__(self, at: float, most: int = MOST_TEXTS) -> None:
        self._lock = threading.Lock()
        self._most = most
        self._start(at)

    def __len__(self) -> int:
        return len(self._seen)

    def seen(self, text: str, at: float) -> bool:
        """Counts a text, and says whether it has come more often than ALLOWED."""
        letters = letters_of(text)
        if len(letters) < SHORTEST:
            return False
        with self._lock:
            if at - self._since >= ROTATES_IN:
                self._start(at)
            name = blake2b(letters.encode(), digest_size=16, key=self._key).digest()
            times = self._seen[name] = self._seen.get(name, 0) + 1
            self._seen.move_to_end(name)
            if len(self._seen) > self._most:
                self._seen.popitem(last=False)
        return times > ALLOWED

    def _start(self, at: float) -> None:
        self._since, self._key = at, secrets.token_bytes(32)
        self._seen: OrderedDict[bytes, int] = OrderedDict()
