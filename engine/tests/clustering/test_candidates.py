"""The order in which features are gone through decides which texts are compared: it has to be one and the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.clustering.candidates import _in_order


@given(st.lists(st.one_of(st.integers(0, 3), st.integers(0, 2**64 - 1)), max_size=300))
def test_names_are_gone_through_in_order_and_of_equal_ones_the_earlier_first(names):
    found = _in_order(np.array(names, np.uint64)).tolist()
    assert found == sorted(range(len(names)), key=names.__getitem__)
