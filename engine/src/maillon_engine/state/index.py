"""The sketches of one batch on disk, found by what a later text holds and by nothing else.

The scheme is the basic one of Cash et al., "Dynamic Searchable Encryption in Very-Large Databases" (NDSS 2014): the
n-th row that holds a code is listed under a keyed hash of the code and n. Without the key no two entries can be told to
speak of the same thing; with the key one can ask for a code, and list nothing.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maillon_engine.state.secret import ROW, Secret

SLOTS = ROW // 8
# How many rows of one batch are listed under one code: more tell a hub no better.
MOST_HOLDERS = 256
SALT = 16
_NO_ROW = 0xFFFFFFFF
_ASKED = np.dtype([("code", "<u8"), ("turn", "<u4")])
_ENTRY = np.dtype([("label", "<u8"), ("row", "<u4"), ("salt", "V8")])
_PAYLOAD = 12
# Entries that are made at a time.
_CHUNK = 1 << 18
_FILES = ("labels.npy", "payloads.npy", "rows.npy")

Codes = npt.NDArray[np.uint64]


class Held(NamedTuple):
    """A row that holds a code: its number, and the salt that opens it. `row` is None where the code is a common one."""

    row: int | None
    salt: bytes


class Listing(NamedTuple):
    """What a batch's index is made from: `codes[i]` is held by row `rows[i]`; `common` codes are listed as such."""

    codes: Codes
    rows: npt.NDArray[np.uint32]
    common: Codes


def write(folder: Path, secret: Secret, salt: bytes, rows: Codes, listing: Listing) -> int:
    """Writes an index of these rows (each SLOTS codes, zeros behind). Returns how many entries it has."""
    salts = np.frombuffer(os.urandom(8 * len(rows)), "V8")
    _save(folder / "rows.npy", _hidden(secret, rows, salts))
    asked, holders = _listed(listing)
    labels, payloads = np.empty(len(asked), np.uint64), np.empty((len(asked), _PAYLOAD), np.uint8)
    for at in range(0, len(asked), _CHUNK):
        here = slice(at, at + _CHUNK)
        entries = np.frombuffer(secret.entries(salt, asked[here].tobytes(), _ASKED.itemsize), _ENTRY)
        labels[here] = entries["label"]
        payloads[here] = _bytes(entries)[:, -_PAYLOAD:] ^ _payloads(holders[here], salts)
    order = np.argsort(labels, kind="stable")
    _save(folder / "labels.npy", labels[order])
    _save(folder / "payloads.npy", payloads[order])
    return len(asked)


def _payloads(holders: npt.NDArray[np.uint32], salts: npt.NDArray[np.void]) -> npt.NDArray[np.uint8]:
    plain = np.zeros(len(holders), _ENTRY)
    plain["row"] = holders
    real = holders != _NO_ROW
    plain["salt"][real] = salts[holders[real]]
    return _bytes(plain)[:, -_PAYLOAD:]


def _listed(listing: Listing) -> tuple[npt.NDArray[np.void], npt.NDArray[np.uint32]]:
    """Each code with its turn, and its holder: the first MOST_HOLDERS of each code, in the order of the rows."""
    order = np.lexsort((listing.rows, listing.codes))
    codes, rows = listing.codes[order], listing.rows[order]
    firsts = np.flatnonzero(np.diff(codes, prepend=codes[:1] ^ np.uint64(1)))
    sizes = np.diff(np.append(firsts, len(codes)))
    turns = np.arange(len(codes)) - np.repeat(firsts, sizes)
    few = turns < MOST_HOLDERS
    asked = np.zeros(int(few.sum()) + len(listing.common), _ASKED)
    asked["code"] = np.concatenate([codes[few], listing.common])
    asked["turn"][: int(few.sum())] = turns[few]
    return asked, np.concatenate([rows[few], np.full(len(listing.common), _NO_ROW, np.uint32)])


def _hidden(secret: Secret, rows: Codes, salts: npt.NDArray[np.void]) -> npt.NDArray[np.uint8]:
    streams = b"".join(secret.row(salt) for salt in salts.tolist())
    plain = np.ascontiguousarray(rows, "<u8").view(np.uint8).reshape(-1, ROW)
    hidden: npt.NDArray[np.uint8] = plain ^ np.frombuffer(streams, np.uint8).reshape(-1, ROW)
    return hidden


def _bytes(table: npt.NDArray[np.void]) -> npt.NDArray[np.uint8]:
    return table.view(np.uint8).reshape(-1, table.dtype.itemsize)


def _save(path: Path, array: npt.NDArray[np.generic]) -> None:
    with path.open("wb") as stream:
        np.save(stream, array)
        stream.flush()
        os.fsync(stream.fileno())


class Index:
    """An index that `write` wrote, read where it is asked and not as a whole."""

    def __init__(self, folder: Path, secret: Secret, salt: bytes) -> None:
        self._secret, self._salt = secret, salt
        self._labels, self._payloads, self._rows = (np.load(folder / name, mmap_mode="r") for name in _FILES)

    def find(self, codes: Sequence[int], most: int = MOST_HOLDERS) -> Iterator[tuple[int, Held]]:
        """Each code with each row that holds it, up to `most` of a code, in no order. The codes are distinct."""
        left, turn = np.array(codes, "<u8"), 0
        while len(left) and turn < most:
            asked = np.zeros(len(left), _ASKED)
            asked["code"], asked["turn"] = left, turn
            at, payloads = self._entries(asked)
            left = left[at]
            rows, salts = payloads["row"].tolist(), payloads["salt"].tolist()
            for code, row, salt in zip(left.tolist(), rows, salts, strict=True):
                yield code, Held(None if row == _NO_ROW else row, salt)
            turn += 1

    def _entries(self, asked: npt.NDArray[np.void]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.void]]:
        """Which of these are listed, and what stands there."""
        raw = self._secret.entries(self._salt, asked.tobytes(), _ASKED.itemsize)
        entries = np.frombuffer(raw, _ENTRY)
        places = np.searchsorted(self._labels, entries["label"])
        inside = np.minimum(places, max(len(self._labels) - 1, 0))
        found = np.flatnonzero(self._labels[inside] == entries["label"]) if len(self._labels) else np.empty(0, np.int64)
        opened = entries[found]
        _bytes(opened)[:, -_PAYLOAD:] ^= self._payloads[inside[found]]
        return found, opened

    def codes(self, held: Held) -> tuple[int, ...]:
        """The codes of a row."""
        plain = np.frombuffer(self._secret.row(held.salt), "<u8") ^ np.asarray(self._rows[held.row]).view("<u8")
        return tuple(code for code in plain.tolist() if code)
