"""Compiled: from tokens to numbered words, counted by text, and the sorted word and word-pair sets of each text."""

import numpy as np

from maillon_engine.clustering.scanning import MASK, mixed
from maillon_engine.compiling import compiled

# Up to so many texts of one outline may be one author's, who posts again.
REPOSTED = 8


@compiled
def outlines(values, bounds, out):
    """The number of each text's outline: its tokens in order, numbers masked. A text without a word gets 0."""
    for text in range(len(bounds) - 1):
        state, words = np.uint64(0x9E3779B97F4A7C15), 0
        for at in range(bounds[text], bounds[text + 1]):
            state = mixed(state ^ values[at]) + np.uint64(bounds[text + 1] - at)
            words += values[at] != MASK
        out[text] = state | np.uint64(1) if words else np.uint64(0)


@compiled
def lengths(values, bounds, texts, limit, out):
    """How many words (masks left out, at most `limit`) each of the chosen texts has."""
    for i in range(len(texts)):
        words = 0
        for at in range(bounds[texts[i]], bounds[texts[i] + 1]):
            words += values[at] != MASK
        out[i] = min(words, limit)


@compiled
def intern(values, bounds, texts, starts, part, keys, ids, words):
    """Numbers the words whose lowest bit pattern falls into `part` (0 or 1) and writes them into `words`.

    `keys` and `ids` are an empty open hash table (a power of two). Returns how many different words there are."""
    room = np.uint64(len(keys) - 1)
    found = 0
    for i in range(len(texts)):
        write, end = starts[i], starts[i + 1]
        for at in range(bounds[texts[i]], bounds[texts[i] + 1]):
            value = values[at]
            if value == MASK:
                continue
            if write == end:
                break
            if ((value >> np.uint64(40)) & np.uint64(1)) == np.uint64(part):
                slot = value & room
                while keys[slot] != value and keys[slot] != 0:
                    slot = (slot + np.uint64(1)) & room
                if keys[slot] == 0:
                    keys[slot] = value
                    ids[slot] = 2 * found + part
                    found += 1
                words[write] = ids[slot]
            write += 1
    return found


@compiled
def _distinct(values, size, start, out):
    """Writes the first `size` values, sorted and each once, from `start` of `out` on. Returns where they end."""
    values[:size].sort()
    end = start
    for i in range(size):
        if i == 0 or values[i] != values[i - 1]:
            out[end] = values[i]
            end += 1
    return end


@compiled
def place(values, low, high, wanted):
    """Where a value is, or would be, in a sorted stretch."""
    while low < high:
        middle = (low + high) >> 1
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def gather(words, starts, first, last, bags, bag_ends, pairs, pair_ends, ranks, pair_ranks):
    """Sorted distinct words and neighbouring pairs of the texts `first` to `last`, and which of them each place has."""
    longest = 1
    for text in range(first, last):
        longest = max(longest, starts[text + 1] - starts[text])
    bag, following = np.empty(longest, np.int32), np.empty(longest, np.int64)
    for text in range(first, last):
        start, size = starts[text], starts[text + 1] - starts[text]
        for i in range(size):
            bag[i] = words[start + i]
            if i > 0:
                following[i - 1] = (np.int64(words[start + i - 1]) << 32) | np.int64(words[start + i])
        bag_ends[text] = _distinct(bag, size, start, bags)
        pair_ends[text] = _distinct(following, max(size - 1, 0), start, pairs)
        for i in range(start, start + size):
            ranks[i] = place(bags, start, bag_ends[text], words[i]) - start
            if i > start:
                pair = (np.int64(words[i - 1]) << 32) | np.int64(words[i])
                pair_ranks[i - 1] = place(pairs, start, pair_ends[text], pair) - start


@compiled
def tally(bags, starts, bag_ends, copies, counts, seen):
    """Adds to `counts` in how many outlines each word occurs, and marks in `seen` which ones several texts have.

    A name in a slot comes back as often as its advert is posted again; a word of a machine's message far more often."""
    for text in range(len(bag_ends)):
        for at in range(starts[text], bag_ends[text]):
            word = bags[at]
            seen[word] |= counts[word] > 0 or copies[text] > REPOSTED
            counts[word] += 1
