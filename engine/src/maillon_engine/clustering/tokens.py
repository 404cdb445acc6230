"""Texts to token arrays, on every core: the front end of clustering."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.clustering.alphabet import alphabet
from maillon_engine.clustering.scanning import scan
from maillon_engine.compiling import threads

# Units that follow a number and belong to it: "<1 sec" and "00:12" fill the same slot.
_UNITS = [
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "ms",
    "us",
    "ns",
    "b",
    "kb",
    "mb",
    "gb",
    "tb",
    "kib",
    "mib",
    "gib",
    "h",
    "hr",
    "hrs",
    "min",
    "mins",
    "mn",
]


class Tokens(NamedTuple):
    """Text `i` has the tokens `values[bounds[i]:bounds[i + 1]]`."""

    values: npt.NDArray[np.uint64]
    bounds: npt.NDArray[np.int64]


def tokenise(texts: pa.Array | pa.ChunkedArray | Sequence[str]) -> Tokens:
    """The tokens of each text; a missing text has none."""
    column = texts if isinstance(texts, pa.Array | pa.ChunkedArray) else pa.array(texts, pa.large_string())
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.large_string())
    column = column.cast(pa.large_string()).fill_null("")
    workers = threads()
    step = max(1, -(-len(column) // workers))
    with ThreadPoolExecutor(workers) as pool:
        parts = list(pool.map(_scanned, [column.slice(at, step) for at in range(0, max(len(column), 1), step)]))
    return _joined(parts)


def _scanned(column: pa.Array) -> Tokens:
    offsets = np.frombuffer(column.buffers()[1], np.int64)[column.offset : column.offset + len(column) + 1]
    return _tokens(column.buffers()[2], offsets)


def _tokens(buffer: pa.Buffer | None, offsets: npt.NDArray[np.int64]) -> Tokens:
    data = np.frombuffer(buffer or b"\0", np.uint8)
    letters = alphabet()
    # A token takes at least a byte and is followed by another; untouched room costs no memory.
    values = np.empty(int(offsets[-1] - offsets[0]) + 1, np.uint64)
    bounds = np.empty(len(offsets), np.int64)
    count = scan(data, offsets, letters.kind, letters.fold, units(), values, bounds)
    return Tokens(values[:count].copy(), bounds)


@cache
def units() -> npt.NDArray[np.uint64]:
    """The tokens of the units that are read as part of the number before them."""
    encoded = " ".join(_UNITS).encode()
    offsets = np.array([0, len(encoded)], np.int64)
    letters, values, bounds = alphabet(), np.empty(len(encoded) + 1, np.uint64), np.empty(2, np.int64)
    count = scan(
        np.frombuffer(encoded, np.uint8), offsets, letters.kind, letters.fold, np.empty(0, np.uint64), values, bounds
    )
    return values[:count].copy()


def _joined(parts: list[Tokens]) -> Tokens:
    if len(parts) == 1:
        return parts[0]
    shifts = np.cumsum([0, *(len(part.values) for part in parts)])
    bounds = [part.bounds[1:] + shift for part, shift in zip(parts, shifts, strict=False)]
    return Tokens(np.concatenate([part.values for part in parts]), np.concatenate([[0], *bounds]))
