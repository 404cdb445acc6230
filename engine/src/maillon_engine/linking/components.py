"""Connected components of a graph given as two columns of node numbers."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from maillon_engine.linking import unions

Numbers: TypeAlias = npt.NDArray[np.int64]


def components(left: Numbers, right: Numbers, count: int) -> Numbers:
    """The component of each of `count` nodes, named by its smallest node. An isolated node is its own component.

    Raises IndexError when an end is not one of the `count` nodes.
    """
    one, two = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
    if one.shape != two.shape:
        message = f"The edges have {one.size} left ends and {two.size} right ends."
        raise IndexError(message)
    if one.size and (min(one.min(), two.min()) < 0 or max(one.max(), two.max()) >= count):
        message = f"An edge ends outside the {count} nodes."
        raise IndexError(message)
    found: Numbers = unions.classes(one, two, count)
    return found


def numbered(labels: Numbers) -> Numbers:
    """The same classes, counted from 0 in the order in which they first appear."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    order = np.empty(first.size, dtype=np.int64)
    order[np.argsort(first, kind="stable")] = np.arange(first.size)
    numbers: Numbers = order[inverse]
    return numbers
