"""Images that are the same but for a crop or a new compression, told by hashes made elsewhere (guardrail G3)."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.linking import hamming

Words: TypeAlias = npt.NDArray[np.uint64]
Numbers: TypeAlias = npt.NDArray[np.int64]

# Two hashes of one picture rarely differ in more bits; two pictures rarely in fewer than ten.
DISTANCE = 4
# Five bands for four differences: one band at least is untouched (Norouzi, Punjani and Fleet, CVPR 2012).
_BANDS = ((0, 13), (13, 13), (26, 13), (39, 13), (52, 12))
_REACH = 4096
# A hash with nearly all bits alike comes from a blank picture and says nothing.
_LEAST_DETAIL = 8
_HASH = re.compile("[0-9a-fA-F]{16}")


def _usable(hashes: Sequence[str]) -> tuple[list[str], Words]:
    """Those of the hashes that are sixteen hex digits and say something, and their words."""
    clean = [one for one in hashes if _HASH.fullmatch(one)]
    words = np.array([int(one, 16) for one in clean], dtype=np.uint64)
    used = np.minimum(np.bitwise_count(words), np.bitwise_count(~words)) >= _LEAST_DETAIL
    return list(compress(clean, used.tolist())), words[used]


def grouped(words: Words, distance: int = DISTANCE) -> Words:
    """For each of the distinct, sorted words, the word that leads its group: itself, or one at most `distance` away.

    The words are tried in the order of how many are close to them (ties: the smaller first); one that is still free
    leads those of its neighbours that are free. Nobody joins through a third: all members are close to their leader.
    """
    left, right = _pairs(words, distance)
    leaders = np.arange(words.size)
    neighbours = _neighbours(left, right)
    free = np.ones(words.size, dtype=np.bool_)
    for one in sorted(neighbours, key=lambda node: (-len(neighbours[node]), node)):
        if free[one]:
            members = [node for node in neighbours[one] if free[node]]
            leaders[members] = one
            free[[one, *members]] = False
    chosen: Words = words[leaders]
    return chosen


def _pairs(words: Words, distance: int) -> tuple[Numbers, Numbers]:
    found = [_within(words, shift, width, distance) for shift, width in _BANDS]
    pairs = np.concatenate([np.stack(pair, axis=1) for pair in found]) if found else np.empty((0, 2), np.int64)
    pairs.sort(axis=1)
    distinct = np.unique(pairs, axis=0)
    return distinct[:, 0], distinct[:, 1]


def _within(words: Words, shift: int, width: int, distance: int) -> tuple[Numbers, Numbers]:
    bands = (words >> np.uint64(shift)) & np.uint64((1 << width) - 1)
    order = np.argsort(bands, kind="stable")
    room = 0
    left = right = np.empty(0, dtype=np.int64)
    found = hamming.close(words, order, bands, distance, _REACH, left, right)
    while found > room:
        room = found
        left, right = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
        found = hamming.close(words, order, bands, distance, _REACH, left, right)
    return left[:found], right[:found]


def _neighbours(left: Numbers, right: Numbers) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {}
    for one, two in _both(left, right):
        near.setdefault(one, []).append(two)
    return near


def _both(left: Numbers, right: Numbers) -> Iterator[tuple[int, int]]:
    for one, two in zip(left.tolist(), right.tolist(), strict=True):
        yield one, two
        yield two, one


def traits(hashes: pa.ChunkedArray) -> pa.Table:
    """For each usable one of these distinct hashes (`hash`) the leading one of its group (`value`), in hex digits."""
    names, words = _usable([one for one in hashes.to_pylist() if one])
    distinct, places = np.unique(words, return_inverse=True)
    leaders = [f"{leader:016x}" for leader in grouped(distinct).tolist()]
    values = [leaders[place] for place in places.tolist()]
    return pa.table({"hash": names, "value": values}, schema=pa.schema([("hash", pa.string()), ("value", pa.string())]))
