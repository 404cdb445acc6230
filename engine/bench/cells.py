"""Planted cells of ten, edges of noise among them: Leiden's constant Potts model as we use it, beside modularity."""

import random
from collections.abc import Iterable
from typing import Any

import igraph
import numpy as np

from bench import _corpora
from bench._timing import in_turn
from maillon_engine.linking.cells import cells
from maillon_engine.linking.graphs import Graph, Numbers

NAME = "engine-cells"
_TEN = 10
_INSIDE, _NOISE = 0.8, 0.1
_NODES = (1_000, min(10_000, _corpora.LARGE))


def run() -> list[dict[str, Any]]:
    """A row for each size and method; the adjusted Rand index (Hubert and Arabie 1985) is against the planted cells."""
    return [row for nodes in _NODES for row in _measured(*_planted(nodes))]


def _planted(nodes: int) -> tuple[Graph, Numbers]:
    rng = np.random.default_rng(nodes)
    truth = np.arange(nodes) // _TEN
    one, two = np.triu_indices(_TEN, 1)
    starts = np.arange(0, nodes, _TEN)[:, None]
    kept = rng.random((starts.size, one.size)) < _INSIDE
    left, right = (starts + one)[kept], (starts + two)[kept]
    noise = rng.integers(0, nodes, (2, round(left.size * _NOISE)))
    left, right = np.concatenate([left, noise[0]]), np.concatenate([right, noise[1]])
    pairs = np.unique(np.stack([np.minimum(left, right), np.maximum(left, right)], axis=1)[left != right], axis=0)
    return Graph(nodes, pairs[:, 0], pairs[:, 1], np.ones(len(pairs))), truth


def _measured(graph: Graph, truth: Numbers) -> list[dict[str, Any]]:
    board = igraph.Graph(n=graph.count, edges=np.stack([graph.left, graph.right], axis=1))
    random.seed(61)
    best = in_turn(
        {
            "maillon-engine": lambda: cells(graph),
            "Leiden, modularity": lambda: board.community_leiden("modularity", n_iterations=4).membership,
            "Louvain, modularity": lambda: board.community_multilevel().membership,
            "label propagation": lambda: board.community_label_propagation().membership,
        },
        1,
    )
    return [
        {
            "nodes": graph.count, "edges": graph.left.size, "method": name,
            "cells": len(set(map(int, labels))), "planted": graph.count // _TEN,
            "adjusted_rand": round(_adjusted_rand(labels, truth), 4), "seconds": round(seconds, 3),
        }
        for name, (labels, seconds) in best.items()
    ]  # fmt: skip


def _adjusted_rand(labels: Iterable[int], truth: Numbers) -> float:
    return float(igraph.compare_communities([int(one) for one in labels], truth.tolist(), "adjusted_rand"))
