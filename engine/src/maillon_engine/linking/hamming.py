"""Compiled: pairs of 64-bit words that differ in few bits, found through bands that they have in common."""

import numpy as np

from maillon_engine.compiling import compiled


@compiled
def ones(word):
    """How many bits of an unsigned 64-bit word are set."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def close(words, order, bands, distance, reach, left, right):
    """Writes into `left` and `right` the pairs of `order`-neighbours with equal bands at most `distance` bits apart.

    Gives how many there are, which may be more than there was room for. A word is compared with the `reach` words that
    follow it in its band at most, so that a band that everybody shares does not cost the square of its size.
    """
    found = 0
    for i in range(order.shape[0]):
        word, band = words[order[i]], bands[order[i]]
        for j in range(i + 1, min(i + 1 + reach, order.shape[0])):
            if bands[order[j]] != band:
                break
            if ones(word ^ words[order[j]]) <= distance:
                if found < left.shape[0]:
                    left[found], right[found] = order[i], order[j]
                found += 1
    return found
