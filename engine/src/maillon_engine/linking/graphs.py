"""A weighted graph in columns, and what a partition of it costs to write down."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

Numbers: TypeAlias = npt.NDArray[np.int64]
Weights: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Graph:
    """`count` nodes; edge i ties left[i] < right[i], each pair once, with a weight above 0 and at most 1."""

    count: int
    left: Numbers
    right: Numbers
    weights: Weights

    @property
    def pairs(self) -> float:
        return self.count * (self.count - 1) / 2


def description_bits(graph: Graph, labels: Numbers) -> float:
    """Bits to write down the partition and then the edges, knowing how many lie inside cells and how many across.

    Minimum description length in two densities (Rosvall and Bergstrom, PNAS 2007, kept to one density inside and one
    outside). A partition is worth having only when this is less than for one cell: no other parameter decides.
    """
    sizes = np.bincount(labels).astype(np.float64)
    inside = float((sizes * (sizes - 1)).sum() / 2)
    kept = float((labels[graph.left] == labels[graph.right]).sum())
    across = graph.left.size - kept
    membership = _log2_factorial(graph.count) - float(np.sum(gammaln(sizes + 1))) / np.log(2)
    counted = _log2_choose(graph.count - 1, sizes.size - 1)
    return float(membership + counted + _log2_choose(inside, kept) + _log2_choose(graph.pairs - inside, across))


def _log2_factorial(number: float) -> float:
    return float(gammaln(number + 1) / np.log(2))


def _log2_choose(among: float, chosen: float) -> float:
    return _log2_factorial(among) - _log2_factorial(chosen) - _log2_factorial(among - chosen)
