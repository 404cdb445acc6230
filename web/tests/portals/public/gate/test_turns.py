"""Turns: a burst passes at once, then so many a second, and nobody's is further away than LATEST."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.turns import BURST, LATEST, RATE, turn


def delays(moments: list[float]) -> list[float]:
    busy_until, found = 0.0, []
    for at in moments:
        delay, busy_until = turn(busy_until, at)
        found.append(delay)
    return found


@given(st.lists(st.floats(0, 1000), max_size=300).map(sorted))
def test_no_turn_is_further_away_than_the_latest(moments):
    assert all(0 <= delay <= LATEST for delay in delays(moments))


def test_a_burst_passes_at_once_and_then_turns_are_evenly_spaced():
    found = delays([100.0] * (BURST + 10))
    assert not any(found[: BURST + 1])
    assert found[BURST + 1 :] == pytest.approx([number / RATE for number in range(1, 10)])


def test_whoever_asks_no_faster_than_people_do_never_waits():
    assert not any(delays([number / RATE for number in range(500)]))


@given(st.integers(0, 5000))
def test_after_a_while_of_quiet_the_burst_is_there_again(hammered):
    busy_until = 0.0
    for _ in range(hammered):
        _delay, busy_until = turn(busy_until, 10.0)
    assert turn(busy_until, 10.0 + LATEST + BURST / RATE)[0] == 0
