"""The code by which somebody without an account comes back: eighty random bits as eight words, the last one a check.

Pure: no table, no clock. Whoever has the words has everything; what is derived from them gives none of them back.
"""

import difflib
import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal
from maillon.speaking.words import folded, number_of, numbers, words

WORDS = 8
_BYTES = 10
_BITS_OF_A_WORD = 11
_CHECK_BITS = 8
_SUGGESTED = 3
# Looking for words like an unknown one takes milliseconds for each, and anybody may ask: only for nearly a code.
_LOOKED_UP = 3
# More than this is no code that somebody typed.
_LONGEST = 400
_LETTERS = re.compile(r"[^\W\d_]+")
# What people put between words when they dictate; shorter than the beginning of any word of the list.
_FILLERS = frozenset({"et", "un", "mot"})


@dataclass(frozen=True)
class Unknown:
    """A word that is not in the list: which one it is (from 1), how it was typed, and words of the list like it.

    Only the first few have suggestions, and none has in a text that is no code by its number of words.
    """

    position: int
    typed: str
    suggestions: tuple[str, ...]


class NotACode(Refusal):
    """What was typed can't be anybody's code; says nothing about whether such a code exists.

    Exactly one is told: words that are in no list (`unknown`), their wrong number (`count`), or a check that fails
    (neither): then every word is one of the list, and one at least is wrong or in the wrong place.
    """

    message = _("Ces mots ne vont pas ensemble : un mot est faux, ou deux mots ont changé de place.")

    def __init__(self, *, unknown: Sequence[Unknown] = (), count: int | None = None) -> None:
        super().__init__()
        self.unknown, self.count = tuple(unknown), count


@dataclass(frozen=True)
class Code:
    """A code. Its repr shows no word."""

    secret: bytes = field(repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The eight words, in the order in which they are said."""
        bits = int.from_bytes(self.secret + _check(self.secret))
        mask = (1 << _BITS_OF_A_WORD) - 1
        places = range(WORDS - 1, -1, -1)
        return tuple(words()[bits >> (_BITS_OF_A_WORD * place) & mask] for place in places)

    def locator(self) -> bytes:
        """32 bytes that find what belongs to the code. Not secret: they open nothing, and lead back to no word."""
        return _derived(self.secret, b"maillon locator")

    def private_key(self) -> bytes:
        """The 32 bytes of the Curve25519 secret that what is sealed to the code opens with."""
        return _derived(self.secret, b"maillon opening")


def new_code() -> Code:
    """A fresh code from the system's random source."""
    return Code(secrets.token_bytes(_BYTES))


def read_code(text: str) -> Code:
    """The code that was typed, whatever its capitals, accents, numbers, hyphens and breaks.

    Words may be cut after four letters. Raises NotACode with what is wrong.
    """
    typed = [word for word in _LETTERS.findall(text[:_LONGEST]) if folded(word) not in _FILLERS]
    read = [number_of(word) for word in typed]
    misses = [(place, word) for place, (word, number) in enumerate(zip(typed, read, strict=True), 1) if number is None]
    looked_up = _LOOKED_UP if abs(len(typed) - WORDS) <= 1 else 0
    unknown = [Unknown(place, word, _near(word) if nth < looked_up else ()) for nth, (place, word) in enumerate(misses)]
    if len(typed) != WORDS:
        raise NotACode(unknown=unknown, count=len(typed))
    if unknown:
        raise NotACode(unknown=unknown)
    return _checked([number for number in read if number is not None])


def _checked(read: Sequence[int]) -> Code:
    bits = 0
    for number in read:
        bits = bits << _BITS_OF_A_WORD | number
    secret, check = (bits >> _CHECK_BITS).to_bytes(_BYTES), (bits & 0xFF).to_bytes(1)
    if check != _check(secret):
        raise NotACode
    return Code(secret)


def _check(secret: bytes) -> bytes:
    return hashlib.blake2b(secret, digest_size=1, person=b"maillon check").digest()


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(secret, digest_size=32, person=purpose).digest()


def _near(typed: str) -> tuple[str, ...]:
    near = difflib.get_close_matches(folded(typed), list(numbers()), n=_SUGGESTED, cutoff=0.65)
    return tuple(words()[numbers()[plain]] for plain in near)
