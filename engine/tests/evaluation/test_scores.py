"""Scores are those of the definition, and of nothing else."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.evaluation.scores import ALONE, Score, of_pairs, of_sets

LABELS = st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 3)), max_size=12)


def together(labels):
    return {(a, b) for a, b in combinations(range(len(labels)), 2) if labels[a] == labels[b] != ALONE}


@given(LABELS)
def test_pairs_are_counted_as_if_one_by_one(labels):
    found, truth = ([pair[side] for pair in labels] for side in (0, 1))
    score = of_pairs(np.array(found, dtype=np.int64), np.array(truth, dtype=np.int64))
    assert score == of_sets(together(found), together(truth))


def test_a_huge_cluster_does_not_overflow():
    # More pairs than 32 bits can count.
    labels = np.zeros(200_000, dtype=np.int64)
    assert of_pairs(labels, labels).right == 200_000 * 199_999 // 2


def test_nothing_found_of_nothing_is_right():
    assert Score(0, 0, 0).f1 == 1


def test_everything_wrong_is_zero_and_not_an_error():
    assert Score(0, 3, 4).f1 == 0
