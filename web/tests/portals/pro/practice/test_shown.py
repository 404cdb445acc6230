"""The pictures beside the counts of a wall."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.pro.practice.shown import SignRow, StepRow, bar

counts = st.integers(min_value=0, max_value=40)


@given(counts, counts, counts)
def test_a_bar_is_filled_end_to_end_in_the_order_of_the_columns(seen, not_seen, unsure):
    parts = SignRow("un signe", "", seen, not_seen, unsure).bar
    names = [
        name for name, count in zip(("seen", "not-seen", "unsure"), (seen, not_seen, unsure), strict=True) if count
    ]
    assert [part.name for part in parts] == names
    for before, after in pairwise(parts):
        assert abs(before.start + before.length - after.start) < 0.02
    if parts:
        assert parts[0].start == 0
        assert abs(parts[-1].start + parts[-1].length - 100) < 0.05


def test_a_first_step_fills_its_share_of_the_phones():
    (part,) = StepRow("une démarche", "Juste", 3, 4).bar
    assert (part.start, part.length) == (0, 75)


def test_where_nobody_is_counted_there_is_no_bar():
    assert bar({"seen": 0}, 0) == ()
