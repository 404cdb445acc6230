"""Compiled: the classes of a relation given as pairs."""

import numpy as np

from maillon_engine.compiling import compiled


@compiled
def classes(left, right, count):
    """For each of `count` nodes the smallest node that the pairs (left[i], right[i]) tie it to, itself at least."""
    parents = np.arange(count)
    for i in range(left.shape[0]):
        one, two = left[i], right[i]
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        while parents[two] != two:
            parents[two] = parents[parents[two]]
            two = parents[two]
        # The smaller node stays the root: the answer does not hang on the order of the pairs.
        if one < two:
            parents[two] = one
        elif two < one:
            parents[one] = two
    for node in range(count):
        parents[node] = parents[parents[node]]
    return parents
