"""Compiled: how much of one text another explains, in sixteenths of a bit."""

import numpy as np

from maillon_engine.compiling import compiled

# What a text shares with others: bit 1 of `hits` for each word of its bag, bit 2 of `pair_hits` for each of its pairs.
WORD, PAIR = 1, 2


@compiled
def overlap(corpus, one, two, hits, other_hits):
    """Marks the words that both texts have, for each text, and returns their weight."""
    bags, first, second = corpus.bags, corpus.starts[one], corpus.starts[two]
    i, j, total = first, second, 0
    end, other_end = corpus.bag_ends[one], corpus.bag_ends[two]
    while i < end and j < other_end:
        a, b = bags[i], bags[j]
        if a == b:
            hits[i - first] = other_hits[j - second] = WORD
            total += corpus.weights[a]
        i += a <= b
        j += b <= a
    return total


@compiled
def overlap_pairs(corpus, one, two, hits, other_hits):
    """Marks the neighbouring word pairs that both texts have, for each text."""
    pairs, first, second = corpus.pairs, corpus.starts[one], corpus.starts[two]
    i, j = first, second
    end, other_end = corpus.pair_ends[one], corpus.pair_ends[two]
    while i < end and j < other_end:
        a, b = pairs[i], pairs[j]
        if a == b:
            hits[i - first] = other_hits[j - second] = PAIR
        i += a <= b
        j += b <= a


@compiled
def clear(corpus, text, hits, pair_hits):
    """Nothing of the text is marked."""
    for i in range(corpus.starts[text + 1] - corpus.starts[text]):
        hits[i] = pair_hits[i] = 0


@compiled
def explained(corpus, text, hits, pair_hits, loosely):
    """How a text is explained: the weight of its words in a shared phrase, of words shared alone, of the others, and of
    its heaviest passage that is its own. `loosely` takes every shared word for one of a phrase.

    A passage of one's own is a stretch whose unexplained words outweigh the explained ones (Kadane's scan): a slip of
    the pen or a slot is short, a text of another author behind a shared phrase is not."""
    first, last = corpus.starts[text], corpus.starts[text + 1]
    strong, weak, left, best, passage, before = np.int64(0), np.int64(0), np.int64(0), np.int64(0), np.int64(0), False
    for x in range(first, last):
        weight = corpus.weights[corpus.words[x]]
        after = x + 1 < last and pair_hits[corpus.pair_ranks[x]] != 0
        if hits[corpus.ranks[x]] == 0:
            left += weight
            passage += weight
            best = max(best, passage)
        elif loosely or before or after:
            strong += weight
            passage = max(passage - 3 * weight, np.int64(0))
        else:
            weak += weight
            passage = max(passage - weight, np.int64(0))
        before = after
    return strong, weak, left, best
