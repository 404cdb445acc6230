"""By what the wording of a text is recognised later: the word pairs that come first in an order that chance gives all
texts alike (bottom-k sketch, Broder 1997). It hangs on no corpus, so that every batch makes the same choice."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.clustering.scanning import MASK, mixed
from maillon_engine.clustering.tokens import tokenise
from maillon_engine.compiling import compiled

Words: TypeAlias = npt.NDArray[np.uint64]
# Word pairs that are looked at, and of these those that are kept: the first that are not common.
WIDE, KEPT = 40, 16


def wordings(texts: pa.Array | pa.ChunkedArray) -> Words:
    """A row a text: up to WIDE features, the first in the order at the left, then zeros."""
    tokens = tokenise(texts)
    found = np.zeros((len(texts), WIDE), np.uint64)
    _choose(tokens.values, tokens.bounds, found)
    return found


@compiled
def _choose(values, bounds, out):
    for text in range(len(bounds) - 1):
        row, size, before = out[text], 0, np.uint64(0)
        for at in range(bounds[text], bounds[text + 1]):
            value = values[at]
            if value == MASK:
                continue
            if before != 0:
                size = _keep(row, size, mixed(mixed(before) ^ (value >> np.uint64(1))) | np.uint64(16))
            before = value


@compiled
def _keep(row, size, feature):
    """Keeps the smallest distinct features, sorted. Returns how many there are."""
    if size == len(row) and feature >= row[size - 1]:
        return size
    at = np.searchsorted(row[:size], feature)
    if at < size and row[at] == feature:
        return size
    last = size if size < len(row) else size - 1
    for i in range(last, at, -1):
        row[i] = row[i - 1]
    row[at] = feature
    return last + 1
