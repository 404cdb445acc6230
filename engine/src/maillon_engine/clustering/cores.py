"""Compiled: the core of a cluster, the words that half of its texts hold. A chain of texts of one genre, each like the
next, has none; texts around one shared paragraph have a core, and long passages outside of it."""

import numpy as np
import numpy.typing as npt

from maillon_engine.clustering.corpus import BIT, ENOUGH, ONCE, Corpus, Longs
from maillon_engine.clustering.interning import place
from maillon_engine.compiling import compiled

# Texts of a cluster that are looked at, evenly over it.
SEEN = 60


def cores(corpus: Corpus, order: Longs, bounds: Longs) -> tuple[Longs, ...]:
    """Six columns, in thousandths of a text's weight. For each cluster, the texts `order[bounds[i]:bounds[i + 1]]`: how
    much of a text stands in the core, on average and for the tenth that has least of it; the longest passage outside
    of it that three texts in four stay below; and how much worse each half of the cluster is explained by the other
    half's core than by its own, when it is cut by the word that best cuts it. For each text of `order`: its share of
    the core, and its longest passage outside."""
    longest = int(np.diff(corpus.starts).max(initial=0))
    out, each = np.zeros((len(bounds) - 1, 4), np.int64), np.zeros((len(order), 2), np.int64)
    _cores(corpus, order, bounds, longest, out, each)
    return (*out.T, *each.T)


@compiled
def _cores(corpus, order, bounds, longest, out, each):
    texts = np.empty(SEEN, np.int64)
    room = np.empty((5, SEEN * longest), np.int32)
    for group in range(len(bounds) - 1):
        first, size = bounds[group], bounds[group + 1] - bounds[group]
        seen = min(size, SEEN)
        for i in range(seen):
            texts[i] = order[first + i * size // seen]
        count = _gather(corpus, texts[:seen], room[4])
        kept = _common(corpus, room[4, :count], seen, size / seen, room[0], room[1])
        for at in range(first, first + size):
            each[at] = _outside(corpus, order[at], room[0, :kept], room[1])
        shares, owns = each[first : first + size, 0], each[first : first + size, 1]
        out[group, 0] = shares.mean()
        out[group, 1] = np.sort(shares)[size // 10]
        out[group, 2] = np.sort(owns)[(3 * size) // 4]
        if seen > 3:
            out[group, 3] = _apart(corpus, texts[:seen], size / seen, room, count)


@compiled
def _gather(corpus, texts, out):
    """Writes the words of the texts, sorted, as often as texts hold them. Returns how many."""
    count = 0
    for text in texts:
        for at in range(corpus.starts[text], corpus.bag_ends[text]):
            out[count] = corpus.bags[at]
            count += 1
    out[:count].sort()
    return count


@compiled
def _run_end(words, first):
    """Where, in a sorted stretch, the word at `first` stands no more. No generator: numba, compiling for two threads,
    may not find one again that it has in its cache on disk."""
    end = first + 1
    while end < len(words) and words[end] == words[first]:
        end += 1
    return end


@compiled
def _common(corpus, words, seen, factor, core, rarity):
    """Writes the words that half of the texts hold, sorted, and how rare they are in other texts: a cluster of a third
    of all texts makes its own words common. Returns how many."""
    kept, texts, end = 0, len(corpus.starts) - 1, 0
    while end < len(words):
        first, end = end, _run_end(words, end)
        word, held = words[first], end - first
        if 2 * held >= seen and held > 1:
            others = max(2.0, corpus.counts[word] - held * factor)
            core[kept], rarity[kept] = word, np.int32(BIT * (1 + np.log2(max(1.0, texts / others))))
            kept += 1
    return kept


@compiled
def _outside(corpus, text, core, rarity):
    """The share of a text in the core, and that of its heaviest passage outside (Kadane's scan, see matching)."""
    inside, total, passage, best, before = 0, 1, 0, 0, False
    for x in range(corpus.starts[text], corpus.starts[text + 1]):
        word = corpus.words[x]
        found = place(core, 0, len(core), word)
        if found < len(core) and core[found] == word:
            weight = rarity[found]
            inside += weight
            passage = max(0, passage - (3 * weight if before else weight))
            before = True
        else:
            weight = corpus.weights[word]
            passage += weight
            best = max(best, passage)
            before = False
        total += weight
    return 1000 * inside // total, 1000 * (best if best > ONCE else 0) // min(total, ENOUGH)


@compiled
def _cut(corpus, words, seen):
    """The word that cuts the texts best: heavy, and held by about half of them; minus one where there is none."""
    best, chosen, end = 0.0, -1, 0
    while end < len(words):
        first, end = end, _run_end(words, end)
        word, held = words[first], end - first
        part = held / seen
        worth = corpus.weights[word] * part * (1 - part)
        if worth > best and held > 1 and seen - held > 1:
            best, chosen = worth, word
    return chosen


@compiled
def _halved(corpus, texts, factor, room, count, kept):
    """Writes the cores of the texts with and without the word that best cuts them into the first four rows of `room`
    and their sizes into `kept`. Returns which texts have the word; none where there is no such word."""
    sides = np.zeros(len(texts), np.bool_)
    word = _cut(corpus, room[4, :count], len(texts))
    if word < 0:
        return sides
    for i in range(len(texts)):
        low, high = corpus.starts[texts[i]], corpus.bag_ends[texts[i]]
        found = place(corpus.bags, low, high, word)
        sides[i] = found < high and corpus.bags[found] == word
    for side in range(2):
        mine = texts[sides == (side == 0)]
        size = _gather(corpus, mine, room[4])
        kept[side] = _common(corpus, room[4, :size], len(mine), factor, room[2 * side], room[2 * side + 1])
    return sides


@compiled
def _apart(corpus, texts, factor, room, count):
    """How much worse each half is explained by the other one's core than by its own; the lesser of both."""
    kept = np.empty(2, np.int64)
    sides = _halved(corpus, texts, factor, room, count, kept)
    with_it = sides.sum()
    if with_it == 0:
        return 0
    losses = np.zeros(2, np.int64)
    for i in range(len(texts)):
        side = 0 if sides[i] else 1
        mine, _ = _outside(corpus, texts[i], room[2 * side, : kept[side]], room[2 * side + 1])
        theirs, _ = _outside(corpus, texts[i], room[2 - 2 * side, : kept[1 - side]], room[3 - 2 * side])
        losses[side] += mine - theirs
    return min(losses[0] // with_it, losses[1] // (len(texts) - with_it))


def halves(corpus: Corpus, order: Longs, bounds: Longs) -> npt.NDArray[np.bool_]:
    """For each text of clusters that are given as for `cores`, in which half it is: the one with the core that explains
    it better, where the word that best cuts the cluster makes two."""
    out = np.zeros(len(order), np.bool_)
    _halves(corpus, order, bounds, int(np.diff(corpus.starts).max(initial=0)), out)
    return out


@compiled
def _halves(corpus, order, bounds, longest, out):
    texts = np.empty(SEEN, np.int64)
    room = np.empty((5, SEEN * longest), np.int32)
    kept = np.zeros(2, np.int64)
    for group in range(len(bounds) - 1):
        first, size = bounds[group], bounds[group + 1] - bounds[group]
        seen = min(size, SEEN)
        for i in range(seen):
            texts[i] = order[first + i * size // seen]
        count = _gather(corpus, texts[:seen], room[4])
        if _halved(corpus, texts[:seen], size / seen, room, count, kept).sum() == 0:
            continue
        for at in range(first, first + size):
            one, _ = _outside(corpus, order[at], room[0, : kept[0]], room[1])
            two, _ = _outside(corpus, order[at], room[2, : kept[1]], room[3])
            out[at] = one < two
