"""Compiled: from tokens to numbered words, counted by text, and the sorted word and word-pair sets of each text."""

import numpy as np

from maillon_engine.clustering.scanning import MASK, mixed
from maillon_engine.compiling import compiled


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
def gather(words, starts, first, last, bags, bag_ends, pairs, pair_ends):
    """Sorted distinct words and sorted distinct neighbouring pairs of the texts `first` to `last`."""
    for text in range(first, last):
        start, end = starts[text], starts[text + 1]
        bag = np.sort(words[start:end])
        size = 0
        for i in range(len(bag)):
            if i == 0 or bag[i] != bag[i - 1]:
                bags[start + size] = bag[i]
                size += 1
        bag_ends[text] = start + size
        size = max(end - start - 1, 0)
        following = np.empty(size, np.int64)
        for i in range(size):
            following[i] = (np.int64(words[start + i]) << 32) | np.int64(words[start + i + 1])
        following.sort()
        kept = 0
        for i in range(size):
            if i == 0 or following[i] != following[i - 1]:
                pairs[start + kept] = following[i]
                kept += 1
        pair_ends[text] = start + kept


@compiled
def tally(bags, starts, bag_ends, counts):
    """Adds to `counts` in how many texts each word occurs."""
    for text in range(len(bag_ends)):
        for at in range(starts[text], bag_ends[text]):
            counts[bags[at]] += 1
