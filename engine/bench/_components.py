"""The finders of components that are measured; run as a program, it prints the megabytes that one needs."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from maillon_engine.linking.components import components

Numbers: TypeAlias = npt.NDArray[np.int64]
Finder: TypeAlias = Callable[[Numbers, Numbers, int], int]


def edges(count: int) -> tuple[Numbers, Numbers]:
    """`count` random edges among as many nodes: one giant component, and very many small ones."""
    rng = np.random.default_rng(61)
    return rng.integers(0, count, count), rng.integers(0, count, count)


def ours(left: Numbers, right: Numbers, count: int) -> int:
    """The engine's."""
    return int(np.unique(components(left, right, count)).size)


def scipy(left: Numbers, right: Numbers, count: int) -> int:
    """scipy's, from the same two columns."""
    graph = coo_array((np.ones(left.size, np.int8), (left, right)), shape=(count, count))
    return int(connected_components(graph, directed=False)[0])


FINDERS: dict[str, Finder] = {"maillon-engine": ours, "scipy": scipy}


def _megabytes() -> float:
    # Not ru_maxrss: on Linux that begins with what the process held from which this one was made.
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    name, count = sys.argv[1], int(sys.argv[2])
    FINDERS[name](*edges(10), 10)
    left, right = edges(count)
    before = _megabytes()
    FINDERS[name](left, right, count)
    sys.stdout.write(f"{max(0, round(_megabytes() - before))}\n")
