"""Identifiers: keys that say nothing, and numbers that people read aloud."""

import secrets
from uuid import UUID, uuid4

# Crockford's alphabet: no I, L, O or U, so that a number survives a phone call and a pencil.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_RANDOM_LENGTH = 8
# Each of the 32 characters stands for so many.
_BITS = 5


def new_id() -> UUID:
    """A fresh random key (UUID version 4)."""
    return uuid4()


def new_number() -> str:
    """A fresh reference such as `7K3F-9Q2M-4`: 40 random bits and a check character.

    Random rather than counted: a number tells nobody how many came before it, and two writers never meet.
    """
    bits = secrets.randbits(_BITS * _RANDOM_LENGTH)
    body = "".join(ALPHABET[bits >> _BITS * place & len(ALPHABET) - 1] for place in range(_RANDOM_LENGTH))
    return _grouped(body + _check(body))


def read_number(typed: str) -> str | None:
    """The canonical form of a reference as somebody typed it, or None when its check character does not fit."""
    compact = "".join(char for char in typed.upper().translate(_READ_AS) if char in ALPHABET)
    if len(compact) != _RANDOM_LENGTH + 1 or _check(compact[:-1]) != compact[-1]:
        return None
    return _grouped(compact)


def _check(body: str) -> str:
    # Weights are odd, so every single wrong character shows; neighbours differ by 2, so most swaps do too.
    return ALPHABET[sum((2 * place + 1) * ALPHABET.index(char) for place, char in enumerate(body)) % len(ALPHABET)]


def _grouped(compact: str) -> str:
    return f"{compact[:4]}-{compact[4:8]}-{compact[8:]}"
