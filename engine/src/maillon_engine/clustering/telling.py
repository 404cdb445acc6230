"""How much a word tells: texts that share a phrase of their whole genre share little else, and then it says little."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt

from maillon_engine.clustering.candidates import both, far, slices, weights_of
from maillon_engine.clustering.corpus import BIT, Corpus, Ints, Longs
from maillon_engine.clustering.matching import clear, explained, overlap
from maillon_engine.compiling import compiled, threads

# Texts whose pairs are looked at, about: more say the same.
SEEN = 1 << 14
# A passage of so many bits on both sides is of two authors, however long the texts.
_OWN = 80 * BIT
# Pairs that are taken for granted to be alike.
_GRANTED = 2


def discounted(corpus: Corpus, found: Ints, counts: Ints) -> Corpus:
    """The corpus with the weight of each word reduced by the cube of the share of strangers among pairs that share it.

    `found` and `counts` are candidates as from `neighbours`. Strangers are two texts that share a quarter of their
    weight and have both a long passage of their own. A word keeps a bit. Of large corpora the texts are looked at whose
    outline's number is a multiple of one plus texts over SEEN; tallies of parts add up."""
    tallies = tallied(corpus, found, counts, 1 + len(counts) // SEEN)
    return corpus._replace(weights=reduced(corpus.weights, tallies))


def reduced(weights: Ints, tallies: Longs) -> Ints:
    """The weights of words with these tallies: pairs that share the word, and strangers among them."""
    strangers = tallies[1] / (tallies[0] + _GRANTED)
    left: Ints = np.maximum(np.minimum(weights, BIT), np.rint(weights * (1 - strangers**3))).astype(np.int32)
    return left


def tallied(corpus: Corpus, found: Ints, counts: Ints, step: int) -> Longs:
    """For each word how many candidate pairs share it, and how many of these are strangers."""
    totals = weights_of(corpus)
    longest = int(np.diff(corpus.starts).max(initial=0)) + 2
    looked = corpus.outlines % np.uint64(step) == 0

    def one(cut: tuple[int, int]) -> npt.NDArray[np.int64]:
        out = np.zeros((2, len(corpus.counts)), np.int64)
        _tally(corpus, totals, found, counts, looked, cut[0], cut[1], np.zeros((4, longest), np.uint8), out)
        return out

    # As many parts as threads: each has a tally for every word.
    cuts = slices(len(counts))
    parts = [(cuts[i][0], cuts[i + 3][1]) for i in range(0, len(cuts), 4)]
    with ThreadPoolExecutor(threads()) as pool:
        total: Longs = np.sum(list(pool.map(one, parts)), axis=0, dtype=np.int64)
    return total


@compiled
def _tally(corpus, totals, found, counts, looked, first, last, marks, out):
    for text in range(first, last):
        if not looked[text]:
            continue
        row = np.sort(found[text, : counts[text]])
        for i in range(len(row)):
            other = row[i]
            if other == text or (i > 0 and other == row[i - 1]):
                continue
            clear(corpus, text, marks[0], marks[1])
            clear(corpus, other, marks[2], marks[3])
            if 4 * overlap(corpus, text, other, marks[0], marks[2]) < min(totals[text], totals[other]):
                continue
            share, own, back, own_back = both(corpus, text, other, marks, True)
            strange = far(max(share, back), min(own, own_back))
            if not strange:
                passage = explained(corpus, text, marks[0], marks[1], True)[3]
                strange = passage >= _OWN and explained(corpus, other, marks[2], marks[3], True)[3] >= _OWN
            start = corpus.starts[text]
            for at in range(start, corpus.bag_ends[text]):
                if marks[0, at - start]:
                    out[0, corpus.bags[at]] += 1
                    out[1, corpus.bags[at]] += strange
