"""Clusters of near-duplicates: the whole way from texts to labels."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.clustering.candidates import Pairs, verified
from maillon_engine.clustering.corpus import Corpus, outlined, read
from maillon_engine.clustering.joining import flatten, join
from maillon_engine.clustering.tokens import tokenise

# In thousandths, for two texts, a text and a cluster, two clusters: the least explained share, the most that a passage
# of one's own may take there, and how much more of it each further share allows. Found by search over invented
# corpora (adverts plain, noisy, rich in boilerplate, one giant cluster; machine messages), checked on others.
RULES = np.array([[475, 60, 0], [325, 160, 50], [500, 100, 0]], np.int64)
ROUNDS = 3


def cluster(texts: pa.Array | pa.ChunkedArray | Sequence[str]) -> npt.NDArray[np.int64]:
    """The cluster of each text, numbered from 0 in the order of first members; -1 for a text that is in none.

    The partition does not depend on the order of the texts.
    """
    tokens = tokenise(texts)
    numbers, chosen, which, copies = outlined(tokens)
    corpus = read(tokens, chosen, numbers, copies)
    roots = joined(corpus, verified(corpus), RULES)[which]
    # Texts without a word have one outline and nothing in common.
    return named(np.where(numbers[which] == 0, -1 - np.arange(len(roots)), roots))


def joined(corpus: Corpus, pairs: Pairs, rules: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The root of each text of the corpus, where these rules join these pairs."""
    order = np.lexsort((corpus.outlines[pairs.two], corpus.outlines[pairs.one], -pairs.scores))
    parents = np.empty(len(corpus.starts) - 1, np.int32)
    longest = int(np.diff(corpus.starts).max(initial=0)) + 2
    marks = np.zeros(longest, np.uint8)
    join(corpus, order, pairs.one, pairs.two, pairs.shares, pairs.owns, rules, ROUNDS, parents, marks)
    flatten(parents)
    return parents.astype(np.int64)


def named(roots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Clusters of two texts or more, numbered from 0 by their first text; -1 for the others."""
    _, firsts, inverse, counts = np.unique(roots, return_index=True, return_inverse=True, return_counts=True)
    firsts = np.where(counts > 1, firsts, len(roots))
    ranks = np.empty(len(firsts), np.int64)
    ranks[np.argsort(firsts, kind="stable")] = np.arange(len(firsts))
    ranks[counts < 2] = -1
    return ranks[inverse]
