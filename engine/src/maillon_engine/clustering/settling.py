"""Clusters that hold: joined generously first, kept where the whole has a core, else joined more strictly.

A noisy cluster wants a generous rule, a genre full of stock phrases a strict one, and one batch has both: the texts say
which, not a parameter.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maillon_engine.clustering.candidates import Pairs
from maillon_engine.clustering.cores import cores
from maillon_engine.clustering.corpus import Corpus, Longs
from maillon_engine.clustering.joining import flatten, join

_ROUNDS = 3


class Level(NamedTuple):
    """How strictly pairs are joined, and what a cluster must be to stay; shares in thousandths of weight.

    `rules`, for two texts, a text and a cluster, two clusters: the least explained share, the most that a passage of
    one's own may take there, and how much more of it each further share allows. `size`: the least texts. `mean` and
    `tenth`: the least share of the core, on average and for the tenth that has least. `own`: the longest passage
    outside of the core that three texts in four stay below."""

    rules: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
    size: int
    mean: int
    tenth: int
    own: int


# Found by search over invented corpora (adverts plain, noisy, rich in boilerplate, of one grammar, one giant cluster;
# machine messages) and adverts of real prose, checked on other seeds.
LEVELS = (
    Level(((300, 200, 300), (250, 250, 300), (300, 250, 300)), 8, 550, 450, 220),
    Level(((475, 60, 0), (325, 160, 50), (500, 100, 0)), 2, 550, 400, 170),
    Level(((600, 60, 0), (500, 80, 50), (600, 60, 50)), 2, 600, 500, 150),
    Level(((750, 60, 0), (680, 60, 50), (750, 60, 50)), 2, 650, 500, 150),
)
# A cluster whose halves explain each other this much worse than themselves is two.
_APART = 150
# A text leaves a cluster of four or more where it has less than this share, in percent, of what a text there has of the
# core, or a longer passage outside of it than this.
_LEAST, _LONGEST, _SMALL = 65, 300, 4


def settled(corpus: Corpus, pairs: Pairs) -> Longs:
    """A label for each text of the corpus: texts of one cluster have the same one, the others one of their own."""
    texts = len(corpus.starts) - 1
    labels = np.arange(texts, 2 * texts)
    free = np.ones(texts, bool)
    # The surest first, at every level.
    order = np.lexsort((corpus.outlines[pairs.two], corpus.outlines[pairs.one], -pairs.scores))
    pairs = Pairs(*(column[order] for column in pairs))
    for level in LEVELS:
        among = free[pairs.one] & free[pairs.two]
        roots = joined(corpus, Pairs(*(column[among] for column in pairs)), np.array(level.rules, np.int64))
        kept = _kept(corpus, roots, level)
        labels[kept], free[kept] = roots[kept], False
    return labels


def joined(corpus: Corpus, pairs: Pairs, rules: npt.NDArray[np.int64]) -> Longs:
    """The root of each text of the corpus, where these rules join these pairs in their order."""
    parents = np.empty(len(corpus.starts) - 1, np.int32)
    longest = int(np.diff(corpus.starts).max(initial=0)) + 2
    marks = np.zeros(longest, np.uint8)
    join(corpus, pairs.one, pairs.two, pairs.shares, pairs.owns, rules, _ROUNDS, parents, marks)
    flatten(parents)
    return parents.astype(np.int64)


def _kept(corpus: Corpus, roots: Longs, level: Level) -> Longs:
    """The texts that stay in their cluster."""
    order = np.argsort(roots, kind="stable")
    bounds = np.flatnonzero(np.diff(roots[order], prepend=-1, append=-1))
    sizes = np.diff(bounds)
    several = np.repeat(sizes > 1, sizes)
    order, sizes = order[several], sizes[sizes > 1]
    means, tenths, owns, apart, share, own = cores(corpus, order, np.concatenate([[0], np.cumsum(sizes)]))
    holds = (sizes >= level.size) & (means >= level.mean) & (tenths >= level.tenth)
    holds &= (owns <= level.own) & (apart <= _APART)
    of = np.repeat(np.arange(len(sizes)), sizes)
    stays = (sizes[of] < _SMALL) | ((100 * share >= _LEAST * means[of]) & (own <= _LONGEST))
    kept: Longs = order[holds[of] & stays]
    return kept
