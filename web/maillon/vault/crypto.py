"""Sealing, in terms of libsodium: contents under their own key, keys for a holder, keys under a passphrase.

Knows neither the database nor the settings. Whatever does not fit raises CannotOpen.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.utils import random

from maillon.vault.envelopes import ENVELOPES
from maillon.vault.refusals import CannotOpen

__all__ = [
    "CannotOpen",
    "Context",
    "Raw",
    "argon2id_key",
    "is_outdated",
    "new_pair",
    "new_salt",
    "open_content",
    "public_half",
    "seal_content",
    "seal_with",
    "unwrap_key",
    "upgrade",
    "wrap_key",
]

# The database hands stored bytes back as a view.
Raw = bytes | memoryview

_KEY = bindings.crypto_aead_xchacha20poly1305_ietf_KEYBYTES
_CONTEXT_HASH = 32
# The first byte of every wrapped key, so that another way of wrapping can follow this one.
_WRAP_VERSION = b"\x01"


@dataclass(frozen=True)
class Context:
    """What something sealed is, and which object it belongs to: it opens in no other place."""

    kind: str
    subject_id: UUID

    def binding(self) -> bytes:
        """The bytes that are authenticated; the kind's length comes first, so that no two contexts read alike."""
        kind = str(self.kind).encode()
        return len(kind).to_bytes(2, "big") + kind + self.subject_id.bytes

    def digest(self) -> bytes:
        """32 bytes that stand for the context next to a wrapped key."""
        return hashlib.blake2b(self.binding(), digest_size=_CONTEXT_HASH, person=b"maillon wrap").digest()


def new_pair() -> tuple[bytes, bytes]:
    """A fresh Curve25519 pair: public half, private half."""
    public, private = bindings.crypto_box_keypair()
    return public, private


def public_half(private_key: bytes) -> bytes:
    """The public half that belongs to a Curve25519 secret of 32 bytes. Raises CannotOpen for anything else."""
    try:
        public: bytes = bindings.crypto_scalarmult_base(private_key)
    except (CryptoError, ValueError, TypeError):
        raise CannotOpen from None
    return public


def new_salt() -> bytes:
    """A fresh salt for `argon2id_key`."""
    return bytes(random(argon2id.SALTBYTES))


def argon2id_key(passphrase: str, salt: bytes, opslimit: int, memlimit: int) -> bytes:
    """The key that a passphrase stands for, at the given cost in passes and bytes of memory."""
    derived: bytes = argon2id.kdf(_KEY, passphrase.encode(), salt, opslimit=opslimit, memlimit=memlimit)
    return derived


def seal_content(plaintext: bytes, context: Context) -> tuple[bytes, bytes]:
    """The envelope of the text, and the fresh content key that opens it."""
    key = bytes(random(_KEY))
    return seal_with(key, plaintext, context), key


def seal_with(key: bytes, plaintext: bytes, context: Context) -> bytes:
    """The envelope of the text under a key that is there already."""
    return ENVELOPES.seal(plaintext, key, context.binding())


def open_content(envelope: Raw, key: bytes, context: Context) -> bytes:
    """The text of an envelope. Raises CannotOpen for another key, another context or a changed envelope."""
    return ENVELOPES.open(bytes(envelope), key, context.binding())


def is_outdated(envelope: Raw) -> bool:
    """True when the envelope was sealed by an older version than today's."""
    return ENVELOPES.is_outdated(bytes(envelope))


def upgrade(envelope: Raw, key: bytes, context: Context) -> bytes:
    """The same text under the same key, sealed by today's version."""
    return ENVELOPES.upgrade(bytes(envelope), key, context.binding())


def wrap_key(key: bytes, public_key: Raw, context: Context) -> bytes:
    """The key sealed to the holder of a pair, for this context only."""
    sealed: bytes = bindings.crypto_box_seal(context.digest() + key, bytes(public_key))
    return _WRAP_VERSION + sealed


def unwrap_key(sealed: Raw, private_key: bytes, context: Context) -> bytes:
    """The key that `wrap_key` sealed. Raises CannotOpen for another holder, another context or a changed wrapping."""
    version, body = bytes(sealed[:1]), bytes(sealed[1:])
    try:
        public_key = bindings.crypto_scalarmult_base(private_key)
        opened: bytes = bindings.crypto_box_seal_open(body, public_key, private_key)
    except (CryptoError, ValueError, TypeError):
        raise CannotOpen from None
    if version != _WRAP_VERSION or not hmac.compare_digest(opened[:_CONTEXT_HASH], context.digest()):
        raise CannotOpen
    return opened[_CONTEXT_HASH:]
