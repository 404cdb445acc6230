"""Versioned envelopes: each says which version sealed it, and every version ever used stays readable.

An envelope is `MLN`, one version byte, and what that version makes of the text. Adding a version is writing a class
with `number`, `seal` and `open`, and listing it below: the highest number seals, all of them open.
"""

from collections.abc import Iterable
from typing import Protocol

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.utils import random

from maillon.vault.padding import pad, unpad
from maillon.vault.refusals import CannotOpen

MAGIC = b"MLN"
_HEADER = len(MAGIC) + 1


class Version(Protocol):
    """One way to seal. `bound` is authenticated with the text; `open` raises CryptoError or ValueError."""

    @property
    def number(self) -> int: ...

    def seal(self, plaintext: bytes, key: bytes, bound: bytes) -> bytes: ...

    def open(self, body: bytes, key: bytes, bound: bytes) -> bytes: ...


class XChaCha20Poly1305:
    """Version 1: XChaCha20-Poly1305-IETF under a random 24-byte nonce, over the padded text."""

    number = 1
    _NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

    def seal(self, plaintext: bytes, key: bytes, bound: bytes) -> bytes:
        """The nonce, then the ciphertext with its tag."""
        nonce = random(self._NONCE)
        sealed: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(pad(plaintext), bound, nonce, key)
        return nonce + sealed

    def open(self, body: bytes, key: bytes, bound: bytes) -> bytes:
        """Undoes `seal`."""
        nonce, sealed = body[: self._NONCE], body[self._NONCE :]
        return unpad(bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, bound, nonce, key))


class Envelopes:
    """Seals with the newest of the versions given, opens with any of them."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._versions = {version.number: version for version in versions}
        self._current = self._versions[max(self._versions)]

    def seal(self, plaintext: bytes, key: bytes, binding: bytes) -> bytes:
        """The envelope of the text under the key, which opens only with the same `binding`."""
        header = _header(self._current)
        return header + self._current.seal(plaintext, key, header + binding)

    def open(self, envelope: bytes, key: bytes, binding: bytes) -> bytes:
        """The text. Raises CannotOpen for a wrong key or binding, a damaged envelope or an unknown version."""
        version = self._versions.get(_number(envelope))
        if version is None:
            raise CannotOpen
        try:
            return version.open(envelope[_HEADER:], key, _header(version) + binding)
        except (CryptoError, ValueError, TypeError):
            # From nowhere: the first error's frames hold the key.
            raise CannotOpen from None

    def is_outdated(self, envelope: bytes) -> bool:
        """True when a newer version than the envelope's is there."""
        return _number(envelope) != self._current.number

    def upgrade(self, envelope: bytes, key: bytes, binding: bytes) -> bytes:
        """The same text under the same key in the newest version. Raises CannotOpen as `open` does."""
        return self.seal(self.open(envelope, key, binding), key, binding)


def _header(version: Version) -> bytes:
    return MAGIC + bytes([version.number])


def _number(envelope: bytes) -> int:
    if len(envelope) < _HEADER or not envelope.startswith(MAGIC):
        raise CannotOpen
    return envelope[_HEADER - 1]


ENVELOPES = Envelopes([XChaCha20Poly1305()])
