"""Which ids a batch has had already, in eight bytes for each."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Digests: TypeAlias = npt.NDArray[np.uint64]
_BYTES = 8


class Seen:
    """Remembers half of a 128-bit digest of each id: in ten million ids, two share one by chance once in 400,000
    batches. Sorted runs, each at least twice as long as the next: what is added is merged a few times at most."""

    def __init__(self) -> None:
        self.runs: list[Digests] = []

    def fresh(self, ids: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Of each id whether it comes for the first time; they are remembered from now on."""
        joined = b"".join([blake2b(one.encode(), digest_size=_BYTES).digest() for one in ids])
        found, first = np.unique(np.frombuffer(joined, np.uint64), return_index=True)
        known = np.zeros(found.size, np.bool_)
        for run in self.runs:
            places = np.minimum(np.searchsorted(run, found), run.size - 1)
            known |= run[places] == found
        fresh = np.zeros(len(ids), np.bool_)
        fresh[first[~known]] = True
        self._add(found[~known])
        return fresh

    def _add(self, run: Digests) -> None:
        while self.runs and self.runs[-1].size < 2 * run.size:
            run = np.concatenate([self.runs.pop(), run])
            run.sort(kind="stable")
        if run.size:
            self.runs.append(run)
