"""What a line's digest covers, and how a chain is checked. Pure: the key and the rows are passed in."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

CHAINS = 16
# What the first line of a chain follows.
GENESIS = b""

_encoder = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a line says, without its digest."""

    id: UUID
    chain: int
    position: int
    at: datetime
    action: str
    member_id: UUID | None
    organisation_id: UUID | None
    subject_kind: str
    subject_id: UUID
    recipient_organisation_id: UUID | None
    reason: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: how many lines it has, the digest of the last one, and the keyed seal over both."""

    chain: int
    length: int
    digest: bytes
    seal: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A stored line with its digest, and its chain's head as the same reading of the database saw it."""

    record: Record
    digest: bytes
    head: Head


class Trouble(StrEnum):
    """What can be wrong with a chain."""

    ALTERED = "altered"
    MISSING = "missing"
    REPEATED = "repeated"
    CUT = "cut"
    BEYOND = "beyond"
    HEAD = "head"
    SEAL = "seal"
    REWRITTEN = "rewritten"
    SHORTER = "shorter"
    NO_CHAIN = "no_chain"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit, and the first position it shows at."""

    chain: int
    position: int
    trouble: Trouble


def canonical(record: Record) -> bytes:
    """The one byte form of a line. Raises ValueError for a naive moment, TypeError for what JSON can't hold."""
    if record.at.tzinfo is None:
        msg = "a journal line needs an aware moment"
        raise ValueError(msg)
    return _encoder.encode(
        {
            "id": str(record.id),
            "chain": record.chain,
            "position": record.position,
            "at": record.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "action": record.action,
            "member": _text(record.member_id),
            "organisation": _text(record.organisation_id),
            "subject_kind": record.subject_kind,
            "subject": str(record.subject_id),
            "recipient": _text(record.recipient_organisation_id),
            "reason": record.reason,
            "details": record.details,
        }
    ).encode()


def plain_details(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details as the database will give them back. Raises TypeError for floats, which it may respell."""

    def refuse(number: str) -> Any:
        msg = f"journal details hold no fractions: {number}"
        raise TypeError(msg)

    plain: dict[str, Any] = json.loads(json.dumps(details, allow_nan=False), parse_float=refuse)
    return plain


def digest(key: bytes, previous: bytes, record: Record) -> bytes:
    """HMAC-SHA256 over the previous line's digest and this line: 32 bytes."""
    return hmac.digest(key, previous + canonical(record), hashlib.sha256)


def seal(key: bytes, chain: int, length: int, last_digest: bytes) -> bytes:
    """HMAC-SHA256 over where a chain ends, so that cutting it back needs the key or an old copy of the seal."""
    return hmac.digest(key, b"head|%d|%d|" % (chain, length) + last_digest, hashlib.sha256)


def check_chain(key: bytes, head: Head, rows: Iterable[Row], mark: Head | None = None) -> Iterator[Finding]:
    """What is wrong with one chain, in order; nothing when it is whole.

    `rows` are all its lines by position. `head` was read before them and counts only when there is no line:
    a writer may have moved on, and each row brings the head of its own reading. `mark` is an older head, from an
    anchor.
    """
    previous, length = GENESIS, 0
    for row in rows:
        yield from _check_row(key, row, previous, length, mark)
        previous, length, head = row.digest, row.record.position, row.head
    yield from _check_end(key, head, previous, length)
    if mark is not None and mark.length > length:
        yield Finding(head.chain, length + 1, Trouble.SHORTER)


def _check_row(key: bytes, row: Row, previous: bytes, length: int, mark: Head | None) -> Iterator[Finding]:
    chain, position = row.head.chain, row.record.position
    if position > length + 1:
        # Its predecessor is gone, so its own link can't be judged: the gap is the finding.
        yield Finding(chain, length + 1, Trouble.MISSING)
    elif position <= length:
        yield Finding(chain, position, Trouble.REPEATED)
    elif not hmac.compare_digest(digest(key, previous, row.record), row.digest):
        yield Finding(chain, position, Trouble.ALTERED)
    if mark is not None and position == mark.length and row.digest != mark.digest:
        yield Finding(chain, position, Trouble.REWRITTEN)


def _check_end(key: bytes, head: Head, last_digest: bytes, length: int) -> Iterator[Finding]:
    if head.length > length:
        yield Finding(head.chain, length + 1, Trouble.CUT)
    elif head.length < length:
        yield Finding(head.chain, head.length + 1, Trouble.BEYOND)
    elif head.digest != last_digest:
        yield Finding(head.chain, length, Trouble.HEAD)
    if not hmac.compare_digest(seal(key, head.chain, head.length, head.digest), head.seal):
        yield Finding(head.chain, head.length, Trouble.SEAL)


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)
