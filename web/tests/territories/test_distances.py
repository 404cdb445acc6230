"""Great circles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.territories.rules.distances import Position, kilometres

points = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def test_known_distances():
    alencon, paris, reunion = Position(48.4306, 0.0914), Position(48.8566, 2.3522), Position(-20.8789, 55.4481)
    assert kilometres(alencon, paris) == pytest.approx(172.8, abs=0.5)
    assert kilometres(paris, reunion) == pytest.approx(9_350, abs=60)
    # A degree of latitude, by the definition of the radius.
    assert kilometres(Position(0, 0), Position(1, 0)) == pytest.approx(111.195, abs=0.001)


@given(points, points)
def test_both_ways_are_equally_long_and_no_longer_than_half_the_earth(one, other):
    there = kilometres(one, other)
    assert there == pytest.approx(kilometres(other, one), abs=1e-6)
    assert 0 <= there <= 20_016
    assert kilometres(one, one) == 0
