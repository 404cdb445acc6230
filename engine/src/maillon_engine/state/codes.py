"""Codes: what a sketch holds instead of values. The lowest four bits say of which kind it is, the others are keyed."""

from collections.abc import Mapping
from types import MappingProxyType

from maillon_engine.state.secret import Secret

# The place of a kind is its number on disk: never reorder, only add (sixteen at most).
_ORDER = (
    "", "phone", "email", "handle", "url", "iban", "payment", "crypto", "plate", "image", "template", "given", "wording"
)  # fmt: skip
NUMBERS: Mapping[str, int] = MappingProxyType({name: number for number, name in enumerate(_ORDER) if name})
# A feature of the wording is not keyed by itself: it never stands in a state but under a keyed entry.
WORDING = NUMBERS["wording"]
_MASK = (1 << 64) - 16


def code_of(secret: Secret, kind: str, value: str) -> int:
    """The code of a trait, a given name ("given") or a template of a batch."""
    return (secret.code(f"{kind}\0{value}".encode()) & _MASK) | NUMBERS[kind]


def kind_of(code: int) -> str:
    """The kind of a code."""
    return _ORDER[code & 15]
