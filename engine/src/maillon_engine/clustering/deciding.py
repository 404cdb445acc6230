"""Clusters of near-duplicates: the whole way from texts to labels."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.clustering.candidates import verified
from maillon_engine.clustering.corpus import outlined, read
from maillon_engine.clustering.settling import settled
from maillon_engine.clustering.tokens import tokenise


def cluster(texts: pa.Array | pa.ChunkedArray | Sequence[str]) -> npt.NDArray[np.int64]:
    """The cluster of each text, numbered from 0 in the order of first members; -1 for a text that is in none.

    The partition does not depend on the order of the texts.
    """
    tokens = tokenise(texts)
    numbers, chosen, which = outlined(tokens)
    corpus = read(tokens, chosen, numbers)
    roots = settled(corpus, verified(corpus))[which]
    # Texts without a word have one outline and nothing in common.
    return named(np.where(numbers[which] == 0, -1 - np.arange(len(roots)), roots))


def named(roots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Clusters of two texts or more, numbered from 0 by their first text; -1 for the others."""
    _, firsts, inverse, counts = np.unique(roots, return_index=True, return_inverse=True, return_counts=True)
    firsts = np.where(counts > 1, firsts, len(roots))
    ranks = np.empty(len(firsts), np.int64)
    ranks[np.argsort(firsts, kind="stable")] = np.arange(len(firsts))
    ranks[counts < 2] = -1
    return ranks[inverse]
