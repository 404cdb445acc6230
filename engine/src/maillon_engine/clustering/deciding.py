"""Clusters of near-duplicates: the whole way from texts to labels.

The steps, each a function that another backend may call by itself, on the data that it has:

1. `tokens.tokenise`: the tokens of a text, a function of the text alone.
2. `corpus.outlined`: texts that differ in their numbers alone are one outline, and go on as one.
3. `corpus.read`: words are counted (in how many outlines, and whether in more than one text) and weighed; from here on
   a step needs texts, counts and weights.
4. `features.choose`: the few words and word pairs by which a text looks for others: a function of the text and of the
   counts and weights.
5. `candidates.neighbours`: within each feature's group, in the order of each text's first feature and outline, every
   text with the one before it and with the first one. `families.families`: links within the groups of short texts that
   are the same but for one word.
6. `telling.tallied`: for each word how many candidate pairs share it and how many of these are strangers; tallies of
   parts add up, and `telling.reduced` takes from each weight what they say. What follows uses the reduced weights.
7. `candidates.compare`: the figures of a pair, a function of both texts and the weights; most pairs end here.
8. Components of pairs and links. `settling.settled` may be called for each of them, or for several, with the counts and
   weights of the whole: what becomes of a text depends on its component alone.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.clustering.candidates import neighbours, verified
from maillon_engine.clustering.corpus import outlined, read
from maillon_engine.clustering.families import families
from maillon_engine.clustering.settling import settled
from maillon_engine.clustering.telling import discounted
from maillon_engine.clustering.tokens import tokenise


def cluster(texts: pa.Array | pa.ChunkedArray | Sequence[str]) -> npt.NDArray[np.int64]:
    """The cluster of each text, numbered from 0 in the order of first members; -1 for a text that is in none.

    The partition does not depend on the order of the texts.
    """
    tokens = tokenise(texts)
    numbers, chosen, which, copies = outlined(tokens)
    corpus = read(tokens, chosen, numbers, copies)
    corpus = discounted(corpus, *neighbours(corpus))
    pairs = verified(corpus, *neighbours(corpus))
    roots = settled(corpus, pairs, families(tokens, chosen))[which]
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
