"""Compiled: how much of one text another explains, in sixteenths of a bit."""

import numpy as np

from maillon_engine.compiling import compiled


@compiled
def holds(values, low, high, wanted):
    """Where a value is, or would be, in a sorted stretch."""
    while low < high:
        middle = (low + high) >> 1
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def overlap(bags, starts, bag_ends, weights, one, two):
    """The weight of the words that both texts have."""
    i, j, total = starts[one], starts[two], 0
    while i < bag_ends[one] and j < bag_ends[two]:
        a, b = bags[i], bags[j]
        if a == b:
            total += weights[a]
        i += a <= b
        j += b <= a
    return total


@compiled
def explained(corpus, text, others, size, marks):
    """How up to `size` texts `others` explain `text`: the weight of its words in a shared phrase, of words shared
    alone, of the others, and of its heaviest passage that is its own. `marks` is scratch room, longer than any text.

    A passage of one's own is a stretch whose unexplained words outweigh the explained ones (Kadane's scan): a slip of
    the pen or a slot is short, a text of another author behind a shared phrase is not."""
    words, starts, weights = corpus.words, corpus.starts, corpus.weights
    first, length = starts[text], starts[text + 1] - starts[text]
    for x in range(length + 1):
        marks[x] = 0
    for r in range(size):
        _mark(corpus, first, length, others[r], marks)
    strong, weak, left, best, passage = 0, 0, 0, 0, 0
    for x in range(length):
        weight = weights[words[first + x]]
        if (marks[x] & 2) != 0 or (x > 0 and (marks[x - 1] & 2) != 0):
            strong += weight
            passage -= 3 * weight
        elif marks[x] & 1:
            weak += weight
            passage -= weight
        else:
            left += weight
            passage += weight
        passage = max(passage, 0)
        best = max(best, passage)
    return strong, weak, left, best


@compiled
def _mark(corpus, first, length, other, marks):
    """Sets bit 1 where the other text has the word, bit 2 where it has the word and the one after it."""
    words = corpus.words
    low, high, pair_high = corpus.starts[other], corpus.bag_ends[other], corpus.pair_ends[other]
    for x in range(length):
        if marks[x] & 1 == 0:
            found = holds(corpus.bags, low, high, words[first + x])
            if found < high and corpus.bags[found] == words[first + x]:
                marks[x] |= 1
        if x + 1 < length and marks[x] & 2 == 0:
            pair = (np.int64(words[first + x]) << 32) | np.int64(words[first + x + 1])
            found = holds(corpus.pairs, low, pair_high, pair)
            if found < pair_high and corpus.pairs[found] == pair:
                marks[x] |= 2
