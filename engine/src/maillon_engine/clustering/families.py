"""Short texts that are word for word the same but for a place or two, where many different words stand: one message
with slots."""

import numpy as np

from maillon_engine.clustering.corpus import Ints, Longs
from maillon_engine.clustering.scanning import MASK, mixed
from maillon_engine.clustering.tokens import Tokens
from maillon_engine.compiling import compiled

# Longer texts share enough words to be compared as a whole.
LONGEST = 16
# So many words at least stay the same.
FIXED = 2
# Fewer different words in one place are different messages: opened and closed, accepted and failed.
VALUES = 4
# How many slots of a message are looked for, one after the other.
_SLOTS = 3

_SEED = np.uint64(0x9E3779B97F4A7C15)
_SLOT = np.uint64(3)


def families(tokens: Tokens, chosen: Longs) -> tuple[Ints, Ints]:
    """Links between texts, by their place in `chosen`, that differ in one token where there are VALUES or more of them.

    Then the token by which a text has most such relations counts as a slot, and texts that differ in one more place are
    looked for."""
    sizes = np.diff(tokens.bounds)[chosen]
    texts = np.flatnonzero((sizes > FIXED) & (sizes <= LONGEST))
    starts = np.concatenate([[0], np.cumsum(sizes[texts])]).astype(np.int64)
    places = np.arange(starts[-1]) + np.repeat(tokens.bounds[chosen[texts]] - starts[:-1], sizes[texts])
    words = tokens.values[places]
    ones, twos = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for _ in range(_SLOTS):
        keys, values = np.zeros(2 * len(words), np.uint64), np.zeros(2 * len(words), np.uint64)
        owners = np.repeat(np.arange(len(texts)), 2 * sizes[texts])
        _gaps(words, starts, keys, values)
        leaders, slots = np.full(len(keys), -1, np.int64), np.full(len(texts), -1, np.int64)
        _lead(keys, values, np.lexsort((values, keys)), owners, leaders, slots)
        led = np.flatnonzero(leaders >= 0)
        if not len(led):
            break
        ones.append(texts[owners[led]])
        twos.append(texts[leaders[led]])
        words[slots[slots >= 0] // 2] = _SLOT
    return np.concatenate(ones).astype(np.int32), np.concatenate(twos).astype(np.int32)


@compiled
def _gaps(words, starts, keys, values):
    """Two keys for each place of each text, 0 where too few of the others are words: the tokens before and after the
    one there, which is the value, and the tokens before and after an empty place in front of it."""
    behind = np.empty(LONGEST + 1, np.uint64)
    for text in range(len(starts) - 1):
        first, length = starts[text], starts[text + 1] - starts[text]
        behind[length], fixed = _SEED, 0
        for at in range(length - 1, -1, -1):
            behind[at] = mixed(behind[at + 1] ^ words[first + at]) + np.uint64(1)
            fixed += words[first + at] not in (MASK, _SLOT)
        before = _SEED
        for at in range(length):
            word, place = words[first + at], 2 * (first + at)
            others = fixed - (word not in (MASK, _SLOT))
            if others >= FIXED and word != _SLOT:
                keys[place] = mixed(before ^ mixed(behind[at + 1])) + np.uint64(at)
                values[place] = word
            if fixed >= FIXED:
                keys[place + 1] = mixed(before ^ mixed(behind[at])) + np.uint64(at)
            before = mixed(before ^ word)


@compiled
def _lead(keys, values, order, owners, leaders, slots):
    """`order` sorts by key and value: of each member of a family its first text, of each text the place of its slot."""
    most = np.zeros(len(slots), np.int64)
    at = 0
    while at < len(order):
        until, count = at, 0
        while until < len(order) and keys[order[until]] == keys[order[at]]:
            count += until == at or values[order[until]] != values[order[until - 1]]
            until += 1
        if count >= VALUES and keys[order[at]] != 0:
            first = owners[order[at:until]].min()
            for i in range(at, until):
                place = order[i]
                leaders[place] = first
                if values[place] != 0 and count > most[owners[place]]:
                    most[owners[place]], slots[owners[place]] = count, place
        at = until
