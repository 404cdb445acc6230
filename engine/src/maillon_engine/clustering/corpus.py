"""A corpus as compiled code reads it: each different outline once, its words numbered and weighted by rarity."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maillon_engine.clustering.interning import gather, intern, lengths, outlines, tally
from maillon_engine.clustering.tokens import Tokens
from maillon_engine.compiling import threads

# Words of a text that are compared; the rest of a longer text is not.
LONGEST = 4096
# Weights are whole sixteenths of a bit, so that sums do not depend on their order.
BIT = 16
# The weight of a word that one text alone has: a name, a slip of the pen or a number more often than a trait.
ONCE = 2 * BIT

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


class Corpus(NamedTuple):
    """Texts that differ in more than their numbers. Text `i` has `words[starts[i]:starts[i + 1]]` in order; its
    distinct words are `bags[starts[i]:bag_ends[i]]`, its distinct word pairs `pairs[starts[i]:pair_ends[i]]`, both
    sorted."""

    words: Ints
    starts: Longs
    bags: Ints
    bag_ends: Longs
    pairs: Longs
    pair_ends: Longs
    # Of each word: how many texts hold it, its weight, and a number that does not depend on the order of the texts.
    counts: Ints
    weights: Ints
    names: npt.NDArray[np.uint64]
    # Of each text: its outline's number.
    outlines: npt.NDArray[np.uint64]


def outlined(tokens: Tokens) -> tuple[npt.NDArray[np.uint64], Longs, Longs]:
    """The different outlines in order, one text of each, and which of them each text has."""
    numbers = np.empty(len(tokens.bounds) - 1, np.uint64)
    outlines(tokens.values, tokens.bounds, numbers)
    order = np.argsort(numbers, kind="stable")
    ranked = numbers[order]
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    which = np.empty(len(numbers), np.int64)
    which[order] = np.cumsum(fresh) - 1
    firsts = np.flatnonzero(fresh)
    return ranked[firsts], order[firsts], which


def read(tokens: Tokens, chosen: Longs, numbers: npt.NDArray[np.uint64]) -> Corpus:
    """The corpus of the chosen texts."""
    size = np.empty(len(chosen), np.int64)
    lengths(tokens.values, tokens.bounds, chosen, LONGEST, size)
    starts = np.concatenate([[0], np.cumsum(size)]).astype(np.int64)
    words, names = _interned(tokens, chosen, starts)
    bags, bag_ends = np.empty(len(words), np.int32), np.empty(len(chosen), np.int64)
    pairs, pair_ends = np.empty(len(words), np.int64), np.empty(len(chosen), np.int64)
    with ThreadPoolExecutor(threads()) as pool:
        cuts = np.searchsorted(starts, np.linspace(0, len(words), 2 * threads() + 1))
        cuts[0], cuts[-1] = 0, len(chosen)
        list(
            pool.map(
                lambda piece: gather(words, starts, cuts[piece], cuts[piece + 1], bags, bag_ends, pairs, pair_ends),
                range(2 * threads()),
            )
        )
    counts = np.zeros(len(names), np.int32)
    tally(bags, starts, bag_ends, counts)
    return Corpus(words, starts, bags, bag_ends, pairs, pair_ends, counts, weighed(counts, len(chosen)), names, numbers)


def weighed(counts: Ints, texts: int) -> Ints:
    """The weight of a word: one bit and log2 of texts over texts that hold it; ONCE for a word that one text has."""
    rarity = 1.0 + np.log2(max(texts, 1) / np.maximum(counts, 1))
    return np.where(counts < 2, ONCE, np.rint(BIT * rarity)).astype(np.int32)


def _interned(tokens: Tokens, chosen: Longs, starts: Longs) -> tuple[Ints, npt.NDArray[np.uint64]]:
    words = np.empty(int(starts[-1]), np.int32)
    room = 1 << max(10, int(np.ceil(np.log2(len(words) + 1))))

    def one(part: int) -> tuple[int, npt.NDArray[np.uint64], Ints]:
        keys, ids = np.zeros(room, np.uint64), np.empty(room, np.int32)
        found = intern(tokens.values, tokens.bounds, chosen, starts, part, keys, ids, words)
        return found, keys, ids

    with ThreadPoolExecutor(2) as pool:
        tables = list(pool.map(one, (0, 1)))
    names = np.zeros(2 * max(found for found, _, _ in tables) + 2, np.uint64)
    for _, keys, ids in tables:
        used = keys != 0
        names[ids[used]] = keys[used]
    return words, names
