"""Pairs of texts worth comparing, by shared rare features; a few for each text, however often a feature occurs."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maillon_engine.clustering.corpus import ENOUGH, ONCE, Corpus, Ints, Longs
from maillon_engine.clustering.features import EACH, choose, entries, link
from maillon_engine.clustering.matching import clear, explained, overlap, overlap_pairs
from maillon_engine.compiling import compiled, threads

# Pairs beyond these are never joined, whatever else is known (see settling.LEVELS): the least explained share, the most
# of one's own there, and how much more of it each further share allows, in thousandths.
LEAST_SHARE, MOST_OWN, MORE_OWN = 300, 200, 300


class Pairs(NamedTuple):
    """Pairs of texts. In thousandths: how much the better explained of the two is explained by the other (`shares`),
    how much of the text with less of it is a passage of its own (`owns`), and how alike they are in all (`scores`)."""

    one: Ints
    two: Ints
    scores: Ints
    shares: Ints
    owns: Ints


def neighbours(corpus: Corpus) -> tuple[Ints, Ints]:
    """For each text, texts to compare it with (a row each, with repetitions) and how many there are."""
    texts = len(corpus.starts) - 1
    chosen, sizes = np.zeros((texts, EACH), np.uint64), np.zeros(texts, np.int32)
    with ThreadPoolExecutor(threads()) as pool:
        list(pool.map(lambda cut: choose(corpus, cut[0], cut[1], chosen, sizes), slices(texts)))
    # Texts with the same first feature stand together, so that neighbours in one group are neighbours in another.
    order = np.lexsort((corpus.outlines, chosen[:, 0]))
    total = int(sizes.sum())
    names, owners = np.empty(total, np.uint64), np.empty(total, np.int32)
    entries(chosen, sizes, order, names, owners)
    found, counts = np.empty((texts, 2 * EACH), np.int32), np.zeros(texts, np.int32)
    link(_in_order(names), names, owners, found, counts)
    return found, counts


def _in_order(names: npt.NDArray[np.uint64]) -> Longs:
    """The places of the names from the least to the greatest, of equal ones the earlier first.

    What `argsort` gives when it is asked for a stable order, in half the time: few names are equal.
    """
    order = np.argsort(names)
    _earlier_first(names, order)
    return order


@compiled
def _earlier_first(names, order):
    first = 0
    for place in range(1, len(order) + 1):
        if place == len(order) or names[order[place]] != names[order[first]]:
            if place - first > 1:
                order[first:place] = np.sort(order[first:place])
            first = place


def slices(texts: int) -> list[tuple[int, int]]:
    """Even stretches of the texts, several for each thread."""
    cuts = np.linspace(0, texts, 4 * threads() + 1).astype(np.int64)
    return [(int(first), int(last)) for first, last in pairwise(cuts)]


def verified(corpus: Corpus, found: Ints, counts: Ints) -> Pairs:
    """The candidate pairs, as `neighbours` lists them, that may be near-duplicates."""
    totals = weights_of(corpus)
    longest = int(np.diff(corpus.starts).max(initial=0)) + 2

    def one(cut: tuple[int, int]) -> npt.NDArray[np.int32]:
        out = np.empty((5, int(counts[cut[0] : cut[1]].sum())), np.int32)
        size = compare(corpus, totals, found, counts, cut[0], cut[1], np.zeros((4, longest), np.uint8), out)
        return out[:, :size]

    with ThreadPoolExecutor(threads()) as pool:
        parts = list(pool.map(one, slices(len(counts))))
    return Pairs(*np.concatenate(parts, axis=1))


def weights_of(corpus: Corpus) -> Longs:
    """The weight of the distinct words of each text."""
    totals = np.zeros(len(corpus.starts) - 1, np.int64)
    _weigh(corpus.bags, corpus.starts, corpus.bag_ends, corpus.weights, totals)
    return totals


@compiled
def _weigh(bags, starts, bag_ends, weights, totals):
    for text in range(len(totals)):
        for at in range(starts[text], bag_ends[text]):
            totals[text] += weights[bags[at]]


@compiled
def shares_of(part):
    """The explained share of a text and the share of its own passage, in thousandths of its weight. One word seen
    nowhere else is no passage."""
    total = max(part[0] + part[1] + part[2], 1)
    own = part[3] if part[3] > ONCE else 0
    return 1000 * (3 * part[0] + part[1]) // (3 * total), 1000 * own // min(total, ENOUGH)


@compiled
def far(share, own):
    """Whether a pair with these shares is never joined."""
    return share < LEAST_SHARE or own > MOST_OWN + MORE_OWN * (share - LEAST_SHARE) // 1000


@compiled
def both(corpus, one, two, marks, loosely):
    """The shares of two texts, each explained by the other as `marks` says."""
    share, own = shares_of(explained(corpus, one, marks[0], marks[1], loosely))
    back, own_back = shares_of(explained(corpus, two, marks[2], marks[3], loosely))
    return share, own, back, own_back


@compiled
def compare(corpus, totals, found, counts, first, last, marks, out):
    """Compares the texts `first` to `last` with their candidates: rows of `out` as the columns of Pairs.

    The pair's figures are a function of both texts and of the weights alone. Returns how many pairs were alike enough
    to be considered. `marks` is scratch room: four rows, longer than any text."""
    size = 0
    for text in range(first, last):
        row = found[text, : counts[text]]
        row.sort()
        for i in range(len(row)):
            other = row[i]
            if other == text or (i > 0 and other == row[i - 1]):
                continue
            clear(corpus, text, marks[0], marks[1])
            clear(corpus, other, marks[2], marks[3])
            common = overlap(corpus, text, other, marks[0], marks[2])
            if 4 * common < min(totals[text], totals[other]):
                continue
            # The most that can be explained, before the phrases are looked at.
            share, own, back, own_back = both(corpus, text, other, marks, True)
            if far(max(share, back), min(own, own_back)):
                continue
            overlap_pairs(corpus, text, other, marks[1], marks[3])
            share, own, back, own_back = both(corpus, text, other, marks, False)
            most, least = max(share, back), min(own, own_back)
            if not far(most, least):
                out[0, size], out[1, size] = text, other
                out[2, size] = max(0, (share + back) // 2 - least)
                out[3, size], out[4, size] = most, least
                size += 1
    return size
