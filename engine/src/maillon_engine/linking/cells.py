"""The small cells inside one connected component: Leiden's algorithm on the constant Potts model.

Traag, Waltman and van Eck, Scientific Reports 9, 2019; Traag, Van Dooren and Nesterov, Physical Review E 84, 2011.
Modularity can't see a cell that is small beside the whole graph; the constant Potts model can, and asks in exchange for
a density that a cell must have. Here the data choose it: the density whose cells describe the graph in the fewest bits.
"""

import random

import igraph
import numpy as np

from maillon_engine.linking.components import numbered
from maillon_engine.linking.graphs import Graph, Numbers, description_bits

# Among so few nodes there is nothing to find that a reader would not see.
HANDFUL = 12
_SEED = 20_000
_FIRST_LOOK = 7
_CLOSER_LOOKS = 2
_ROUNDS = 4


def cells(graph: Graph) -> Numbers:
    """The cell of each node, counted from 0 by the smallest node. One cell when no partition pays for itself.

    The answer hangs on the graph alone: the random numbers of the algorithm start from a fixed seed.
    """
    whole = np.zeros(graph.count, dtype=np.int64)
    if graph.count <= HANDFUL or graph.left.size == 0:
        return whole
    board = igraph.Graph(n=graph.count, edges=np.stack([graph.left, graph.right], axis=1))
    tried = {0.0: (description_bits(graph, whole), whole)}
    grid = _grid(graph)
    for density in grid:
        tried[density] = _split(board, graph, density)
    step = float(np.log(grid[1] / grid[0]))
    for _ in range(_CLOSER_LOOKS):
        step /= 2
        best = min(tried, key=lambda density: (tried[density][0], density))
        if best == 0.0:
            return whole
        for density in (best * np.exp(-step), best * np.exp(step)):
            tried[density] = _split(board, graph, density)
    return min(tried.items(), key=lambda item: (item[1][0], item[0]))[1][1]


def _grid(graph: Graph) -> list[float]:
    """Densities from that of the whole graph, below which all is one cell, to the strongest tie of all."""
    thinnest = float(graph.weights.sum()) / graph.pairs
    return [float(density) for density in np.geomspace(thinnest, float(graph.weights.max()), _FIRST_LOOK)]


def _split(board: igraph.Graph, graph: Graph, density: float) -> tuple[float, Numbers]:
    igraph.set_random_number_generator(random.Random(_SEED))  # noqa: S311 - a search, not a secret
    try:
        found = board.community_leiden(
            objective_function="CPM", weights=graph.weights, resolution=density, n_iterations=_ROUNDS
        )
    finally:
        igraph.set_random_number_generator(random)
    labels = numbered(np.asarray(found.membership, dtype=np.int64))
    return description_bits(graph, labels), labels
