"""The outer layer of what a device sealed while it had no signal. Bytes and keys only: neither Django nor any table.

A parcel is sealed twice. Inside, as every content is: an envelope under a key of its own, and that key for one member
alone. Around both, a sealed box for the instance's intake key, whose private half comes from the environment and stands
in no database. So a device's copy opens with neither half alone: not with the member's key, not with the server's.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from nacl import bindings
from nacl.exceptions import CryptoError

from maillon.vault.refusals import CannotOpen

MAGIC = b"MLO\x01"
# Version byte, sealed box (an ephemeral public half and a tag) around the context's digest and the content key.
WRAPPED = 1 + bindings.crypto_box_SEALBYTES + 32 + bindings.crypto_aead_xchacha20poly1305_ietf_KEYBYTES


@dataclass(frozen=True)
class Inner:
    """What stands inside the intake layer: the wrapped content key, and the envelope that it opens."""

    wrapped_key: bytes
    envelope: bytes


def private_half(secret: str) -> bytes:
    """The intake key's private half that a secret of the environment stands for."""
    return hashlib.blake2b(secret.encode(), digest_size=32, person=b"maillon intake").digest()


def public_half(secret: str) -> bytes:
    """Its public half: what devices are given."""
    half: bytes = bindings.crypto_scalarmult_base(private_half(secret))
    return half


def unseal(parcel: bytes, secrets: Iterable[str]) -> Inner:
    """Takes the outer layer off, with whichever of the secrets fits. Raises CannotOpen."""
    if not parcel.startswith(MAGIC):
        raise CannotOpen
    for secret in secrets:
        inner = _opened(parcel[len(MAGIC) :], private_half(secret))
        if inner is not None and len(inner) > WRAPPED:
            return Inner(inner[:WRAPPED], inner[WRAPPED:])
    raise CannotOpen


def _opened(box: bytes, private_key: bytes) -> bytes | None:
    try:
        opened: bytes = bindings.crypto_box_seal_open(box, bindings.crypto_scalarmult_base(private_key), private_key)
    except (CryptoError, ValueError, TypeError):
        return None
    return opened
