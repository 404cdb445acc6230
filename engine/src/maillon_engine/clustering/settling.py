"""Clusters that hold: joined generously first, kept where the whole has a core, else joined more strictly.

A noisy cluster wants a generous rule, a genre full of stock phrases a strict one, and one batch has both: the texts say
which, not a parameter.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from maillon_engine.clustering.candidates import Pairs
from maillon_engine.clustering.cores import cores, halves
from maillon_engine.clustering.corpus import Corpus, Ints, Longs
from maillon_engine.clustering.families import VALUES
from maillon_engine.clustering.joining import flatten, join

_ROUNDS = 3
# How often a cluster is cut in two at most.
_CUTS = 7


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


def settled(corpus: Corpus, pairs: Pairs, links: tuple[Ints, Ints]) -> Longs:
    """A label for each text of the corpus: texts of one cluster have the same one, the others one of their own.

    `links` are pairs of texts that are of one cluster in any case (see families). What becomes of a text depends on the
    texts that pairs and links connect it with, directly or through others, and on the corpus's counts and weights."""
    texts = len(corpus.starts) - 1
    labels = np.arange(texts)
    free = np.ones(texts, bool)
    # The surest first, at every level.
    order = np.lexsort((corpus.outlines[pairs.two], corpus.outlines[pairs.one], -pairs.scores))
    pairs = Pairs(*(column[order] for column in pairs))
    for level in LEVELS:
        among = free[pairs.one] & free[pairs.two]
        roots = joined(corpus, Pairs(*(column[among] for column in pairs)), np.array(level.rules, np.int64))
        for kept, found in _kept(corpus, roots, level):
            labels[kept], free[kept] = found, False
    return linked(labels, links)


def linked(labels: Longs, links: tuple[Ints, Ints]) -> Longs:
    """The labels, those of linked texts made one. A label is the number of one of its texts.

    A cluster that runs through two families or three leaves them apart, and keeps what is in none: that few are
    different messages with much in common, more are the values of a slot."""
    texts = len(labels)
    graph = coo_array((np.ones(len(links[0]), bool), links), shape=(texts, texts))
    family = connected_components(graph, directed=False)[1].astype(np.int64)
    within = np.bincount(family)[family] > 1
    crossed = np.unique(np.stack([labels[within], family[within]]), axis=1)
    apart = np.bincount(crossed[0], minlength=texts)
    free = within & (apart[labels] > 1) & (apart[labels] < VALUES)
    # Labels, families and texts are the nodes of one graph.
    rest = np.flatnonzero(~free)
    one = np.concatenate([labels[rest], texts + family[within]])
    two = np.concatenate([2 * texts + rest, 2 * texts + np.flatnonzero(within)])
    whole = coo_array((np.ones(len(one), bool), (one, two)), shape=(3 * texts, 3 * texts))
    together: Longs = connected_components(whole, directed=False)[1][2 * texts :].astype(np.int64)
    return together


def joined(corpus: Corpus, pairs: Pairs, rules: npt.NDArray[np.int64]) -> Longs:
    """The root of each text of the corpus, where these rules join these pairs in their order."""
    parents = np.empty(len(corpus.starts) - 1, np.int32)
    longest = int(np.diff(corpus.starts).max(initial=0)) + 2
    marks = np.zeros((4, longest), np.uint8)
    join(corpus, pairs.one, pairs.two, pairs.shares, pairs.owns, rules, _ROUNDS, parents, marks)
    flatten(parents)
    return parents.astype(np.int64)


def _kept(corpus: Corpus, roots: Longs, level: Level) -> list[tuple[Longs, Longs]]:
    """The texts that stay in their cluster, and their labels. A cluster of two halves is cut until its parts hold."""
    found = []
    order, bounds = _grouped(np.arange(len(roots)), roots)
    for _ in range(_CUTS):
        if not len(order):
            break
        sizes = np.diff(bounds)
        means, tenths, owns, apart, share, own = cores(corpus, order, bounds)
        holds = (sizes >= level.size) & (means >= level.mean) & (tenths >= level.tenth)
        holds &= (owns <= level.own) & (apart <= _APART)
        of = np.repeat(np.arange(len(sizes)), sizes)
        stays = (sizes[of] < _SMALL) | ((100 * share >= _LEAST * means[of]) & (own <= _LONGEST))
        kept = holds[of] & stays
        found.append((order[kept], order[bounds[:-1]][of[kept]]))
        order, bounds = _cut(corpus, order, sizes, (apart > _APART) & (sizes >= _SMALL))
    return found


def _cut(corpus: Corpus, order: Longs, sizes: Longs, two: npt.NDArray[np.bool_]) -> tuple[Longs, Longs]:
    """The halves of those clusters that are two."""
    order, sizes = order[np.repeat(two, sizes)], sizes[two]
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    half = halves(corpus, order, bounds)
    return _grouped(order, 2 * np.repeat(np.arange(len(sizes)), sizes) + half)


def _grouped(texts: Longs, groups: Longs) -> tuple[Longs, Longs]:
    """The texts of the groups that have several, group by group, and where each group begins and the last one ends."""
    order = np.argsort(groups, kind="stable")
    sizes = np.diff(np.flatnonzero(np.diff(groups[order], prepend=-1, append=-1)))
    several = np.repeat(sizes > 1, sizes)
    return texts[order[several]], np.concatenate([[0], np.cumsum(sizes[sizes > 1])]).astype(np.int64)
