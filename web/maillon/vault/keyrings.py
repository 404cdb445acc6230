"""What an unlocked member, or somebody with a code, carries from request to request."""

from dataclasses import dataclass, field
from typing import NoReturn
from uuid import UUID

_ID = 16
_LENGTH = 2 * _ID + 32


@dataclass(frozen=True, slots=True)
class Keyring:
    """A member's or a code's key pair, unlocked; `member_id` is its owner.

    It never shows the key, and leaves the process only as `to_bytes`, on purpose.
    """

    member_id: UUID
    key_pair_id: UUID
    private_key: bytes = field(repr=False)

    def to_bytes(self) -> bytes:
        """64 bytes, which the caller must encrypt before they go anywhere."""
        return self.member_id.bytes + self.key_pair_id.bytes + self.private_key

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Keyring":
        """Undoes `to_bytes`. Raises ValueError for any other length."""
        if len(raw) != _LENGTH:
            msg = "not a keyring"
            raise ValueError(msg)
        return cls(UUID(bytes=raw[:_ID]), UUID(bytes=raw[_ID : 2 * _ID]), raw[2 * _ID :])

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuses to be pickled: a cache, a session or a job queue must never take a key by accident."""
        msg = "a keyring is not pickled"
        raise TypeError(msg)
