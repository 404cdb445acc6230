"""The secret without which a state tells nothing. It lives outside of the state and is destroyed with it."""

from hashlib import blake2b
from pathlib import Path
from typing import Any

from maillon_engine.errors import StateRefused

VARIABLE = "MAILLON_ENGINE_STATE_KEY"
_BYTES = 32
# Each use of the key has a label of its own, so that no output of one use can stand for another (BLAKE2's "person").
_CHECK, _CODE, _ENTRY, _ROW = (f"maillon-{use}".encode() for use in ("check", "code", "entry", "row"))
# Eight codes of eight bytes.
ROW = 64


class Secret:
    """A key of at least 32 bytes; every number of a state is made with it by BLAKE2b (RFC 7693)."""

    def __init__(self, key: bytes) -> None:
        self._key = blake2b(key, digest_size=_BYTES).digest()
        self._codes = self._hash(_CODE, b"", 8)
        self._rows = self._hash(_ROW, b"", ROW)

    def _hash(self, person: bytes, salt: bytes, size: int) -> Any:
        return blake2b(key=self._key, person=person, salt=salt, digest_size=size)

    @property
    def check(self) -> str:
        """What a state may hold of its key: enough to tell a wrong one, and of no use without it."""
        found: str = self._hash(_CHECK, b"", 16).hexdigest()
        return found

    def code(self, content: bytes) -> int:
        """The 64-bit code of a value, the same in every batch."""
        one = self._codes.copy()
        one.update(content)
        return int.from_bytes(one.digest(), "little")

    def entries(self, salt: bytes, contents: bytes, size: int) -> bytearray:
        """For each `size` bytes of `contents` the 20 bytes under which a batch with this salt lists it."""
        base = self._hash(_ENTRY, salt, 20)
        out = bytearray()
        view = memoryview(contents)
        for at in range(0, len(contents), size):
            one = base.copy()
            one.update(view[at : at + size])
            out += one.digest()
        return out

    def row(self, salt: bytes) -> bytes:
        """The 64 bytes that hide the row with this salt."""
        one = self._rows.copy()
        one.update(salt)
        found: bytes = one.digest()
        return found


def secret_of(text: str, where: str) -> Secret:
    """The secret that a variable or a file holds as hex digits. Raises StateRefused, without quoting it."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) < _BYTES:
        message = f"{where} is no key: write at least 64 hex digits made by chance, as `openssl rand -hex 32` does."
        raise StateRefused(message)
    return Secret(key)


def secret_from(file: Path | None, variable: str | None) -> Secret:
    """The secret in a file or, without one, in the environment's variable. Raises StateRefused when there is none."""
    if file is not None:
        try:
            return secret_of(file.read_text("ascii", errors="replace"), str(file))
        except OSError as error:
            message = f"{file}: the key of the state can't be read ({error.strerror})."
            raise StateRefused(message) from None
    if not variable:
        message = f"--state needs a key that lives outside of it: set {VARIABLE} or give --state-key FILE."
        raise StateRefused(message)
    return secret_of(variable, VARIABLE)
