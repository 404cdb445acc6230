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
# A passage counts against this much of a text at most: forty words of an author's own are as many in a long text.
ENOUGH = 300 * BIT

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


class Corpus(NamedTuple):
    """Texts that differ in more than their numbers. Text `i` has `words[starts[i]:starts[i + 1]]` in order.

    Its distinct words are `bags[starts[i]:bag_ends[i]]`, its distinct word pairs `pairs[starts[i]:pair_ends[i]]`, both
    sorted; the word at a place is the `ranks`th of its bag, and with the one after it the `pair_ranks`th of its
    pairs."""

    words: Ints
    starts: Longs
    bags: Ints
    bag_ends: Longs
    pairs: Longs
    pair_ends: Longs
    ranks: Ints
    pair_ranks: Ints
    # Of each word: how many texts hold it, its weight, and a number that does not depend on the order of the texts.
    counts: Ints
    weights: Ints
    names: npt.NDArray[np.uint64]
    # Of each text: its outline's number and how many texts of the batch have that outline.
    outlines: npt.NDArray[np.uint64]
    copies: Longs


def outlined(tokens: Tokens) -> tuple[npt.NDArray[np.uint64], Longs, Longs, Longs]:
    """The different outlines in order, one text of each, which of them each text has, and how many texts have it."""
    numbers = np.empty(len(tokens.bounds) - 1, np.uint64)
    outlines(tokens.values, tokens.bounds, numbers)
    order = np.argsort(numbers, kind="stable")
    ranked = numbers[order]
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    which = np.empty(len(numbers), np.int64)
    which[order] = np.cumsum(fresh) - 1
    firsts = np.flatnonzero(fresh)
    return ranked[firsts], order[firsts], which, np.diff(np.append(firsts, len(ranked)))


def read(tokens: Tokens, chosen: Longs, numbers: npt.NDArray[np.uint64], copies: Longs) -> Corpus:
    """The corpus of the chosen texts."""
    size = np.empty(len(chosen), np.int64)
    lengths(tokens.values, tokens.bounds, chosen, LONGEST, size)
    starts = np.concatenate([[0], np.cumsum(size)]).astype(np.int64)
    words, names = _interned(tokens, chosen, starts)
    bags, bag_ends = np.empty(len(words), np.int32), np.empty(len(chosen), np.int64)
    pairs, pair_ends = np.empty(len(words), np.int64), np.empty(len(chosen), np.int64)
    ranks, pair_ranks = np.empty(len(words), np.int32), np.empty(len(words), np.int32)
    cuts = np.searchsorted(starts, np.linspace(0, len(words), 2 * threads() + 1))
    cuts[0], cuts[-1] = 0, len(chosen)

    def one(piece: int) -> None:
        first, last = cuts[piece], cuts[piece + 1]
        gather(words, starts, first, last, bags, bag_ends, pairs, pair_ends, ranks, pair_ranks)

    with ThreadPoolExecutor(threads()) as pool:
        list(pool.map(one, range(2 * threads())))
    counts, seen = np.zeros(len(names), np.int32), np.zeros(len(names), np.bool_)
    tally(bags, starts, bag_ends, copies, counts, seen)
    weights = weighed(counts, seen, len(chosen))
    return Corpus(
        words, starts, bags, bag_ends, pairs, pair_ends, ranks, pair_ranks, counts, weights, names, numbers, copies
    )


def weighed(counts: Ints, several: npt.NDArray[np.bool_], outlines: int) -> Ints:
    """The weight of each word: one bit and log2 of the outlines over those that hold it; ONCE for a word that one text
    alone has. `several` says which words more than one text has: a word of one outline may stand in a thousand texts
    that differ in their numbers."""
    rarity = 1.0 + np.log2(max(outlines, 1) / np.maximum(counts, 1))
    return np.where(several, np.rint(BIT * rarity), ONCE).astype(np.int32)


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
