"""Precision, recall and F1: of pairs that stand together, and of sets of things found."""

from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.int64]
# The label of what stands alone.
ALONE = -1


@dataclass(frozen=True, slots=True)
class Score:
    """`found` and `true` count what was found and what there was; `right` is what they have in common."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there was that was found; 1 where there was nothing."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, float | int]:
        """Counts and shares, rounded to four places, for people and for JSON."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**asdict(self), **{name: round(share, 4) for name, share in shares.items()}}


def of_pairs(found: Labels, truth: Labels) -> Score:
    """The score of a grouping over all pairs of texts; both arrays hold a label a text, ALONE for none.

    Counted from the groups' sizes: a group of a million texts costs no more than one of two.
    """
    both = (found != ALONE) & (truth != ALONE)
    crossed = np.stack([found[both], truth[both]], axis=1)
    _, sizes = np.unique(crossed, axis=0, return_counts=True)
    return Score(_pairs(sizes), _pairs(_sizes(found)), _pairs(_sizes(truth)))


def of_sets(found: set[tuple[str, ...]], truth: set[tuple[str, ...]]) -> Score:
    """The score of a set of things found."""
    return Score(len(found & truth), len(found), len(truth))


def _sizes(labels: Labels) -> npt.NDArray[np.int64]:
    _, sizes = np.unique(labels[labels != ALONE], return_counts=True)
    return sizes.astype(np.int64)


def _pairs(sizes: npt.NDArray[np.int64]) -> int:
    # In Python's integers: a cluster of five billion texts would overflow.
    return sum(int(size) * (int(size) - 1) // 2 for size in sizes)
