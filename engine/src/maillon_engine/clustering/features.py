"""Compiled: the few words and word pairs by which each text looks for others. The rarer, the likelier chosen, and two
texts that share many choose the same (weighted sampling without replacement, by hash)."""

import numpy as np

from maillon_engine.clustering.scanning import mixed
from maillon_engine.compiling import compiled

PAIRS, WORDS = 12, 4
EACH = PAIRS + WORDS


@compiled
def _lot(name, weight):
    """An exponential draw with this rate that depends on the name alone: the smallest of several is the sample."""
    chance = (np.float64(mixed(name) >> np.uint64(11)) + 0.5) / np.float64(1 << 53)
    return -np.log(chance) / weight


@compiled
def _keep(lots, names, size, room, lot, name):
    """Keeps the `room` smallest lots, sorted. Returns how many there are."""
    if size == room and lot >= lots[room - 1]:
        return size
    at = size if size < room else room - 1
    while at > 0 and lots[at - 1] > lot:
        lots[at], names[at] = lots[at - 1], names[at - 1]
        at -= 1
    lots[at], names[at] = lot, name
    return min(size + 1, room)


@compiled
def choose(corpus, first, last, out, sizes):
    """Writes the features of the texts `first` to `last`, the first one the smallest lot, and how many there are."""
    lots = np.empty(EACH, np.float64)
    for text in range(first, last):
        row, size = out[text], 0
        for at in range(corpus.starts[text], corpus.pair_ends[text]):
            one, two = corpus.pairs[at] >> 32, corpus.pairs[at] & 0xFFFFFFFF
            if corpus.counts[one] > 1 and corpus.counts[two] > 1:
                weight = np.float64(corpus.weights[one] + corpus.weights[two])
                name = mixed(corpus.names[one]) ^ (corpus.names[two] >> np.uint64(1))
                size = _keep(lots, row, size, PAIRS, _lot(name, weight * weight), name)
        alone = 0
        for at in range(corpus.starts[text], corpus.bag_ends[text]):
            word = corpus.bags[at]
            if corpus.counts[word] > 1:
                weight = np.float64(corpus.weights[word])
                name = corpus.names[word]
                alone = _keep(lots, row[size:], alone, WORDS, _lot(name, weight**3), name)
        sizes[text] = size + alone


@compiled
def entries(chosen, sizes, order, names, texts):
    """Lists the features of the texts in the order given: `names[i]` is a feature of `texts[i]`. Returns how many."""
    count = 0
    for place in range(len(order)):
        text = order[place]
        for i in range(sizes[text]):
            names[count], texts[count] = chosen[text, i], text
            count += 1
    return count


@compiled
def link(sorting, names, texts, neighbours, sizes):
    """Gives each text the one before it and the first one of each of its feature groups. `sorting` sorts `names`."""
    leader = np.int32(0)
    for i in range(len(sorting)):
        at = sorting[i]
        if i == 0 or names[at] != names[sorting[i - 1]]:
            leader = texts[at]
            continue
        text = texts[at]
        neighbours[text, sizes[text]] = texts[sorting[i - 1]]
        neighbours[text, sizes[text] + 1] = leader
        sizes[text] += 2
