import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from maillon.practice import rules
from tests.practice.factories import AT


@given(st.integers(0, 200))
def test_no_two_views_of_a_wall_differ_by_fewer_phones_than_may_be_told_apart(last):
    views = [rules.shown(finished, over=False) for finished in range(last + 1)]
    views.append(rules.shown(last, over=True))
    steps = [later - earlier for earlier, later in pairwise([0, *views]) if later != earlier]
    assert all(step >= rules.FEWEST for step in steps)


@given(st.integers(0, 200))
def test_at_the_end_everything_counts_or_nothing_does(finished):
    assert rules.shown(finished, over=True) == (finished if finished >= rules.FEWEST == 3 else 0)
    assert rules.shown(finished, over=False) <= finished


@given(st.text(alphabet=rules.ALPHABET, min_size=7, max_size=7), st.sampled_from([" ", "-", ".", "\u00a0", ""]))
def test_a_code_is_read_however_it_is_typed(code, between):
    assert rules.read_code(between.join(code.lower())) == code
    assert rules.read_code(rules.spoken(code)) == code


@given(st.text(max_size=30))
def test_what_is_no_code_reads_as_none(typed):
    assert len(rules.read_code(typed)) in {0, rules.CODE_LENGTH}


def test_a_code_holds_nothing_that_looks_or_sounds_like_something_else():
    assert not set("OI01S5Z2B8MNDTPGQ6W") & set(rules.ALPHABET) - set("256")
    assert len(set(rules.ALPHABET)) == len(rules.ALPHABET) == 20


def test_a_room_is_over_after_four_hours_or_by_hand():
    ends = AT + rules.ROOM_LIFE
    assert dt.timedelta(hours=4) == rules.ROOM_LIFE
    assert not rules.is_over(ends_at=ends, closed_at=None, now=ends - dt.timedelta(seconds=1))
    assert rules.is_over(ends_at=ends, closed_at=None, now=ends)
    assert rules.is_over(ends_at=ends, closed_at=AT, now=AT)
    assert not rules.turns_are_over(ends_at=ends, now=ends + dt.timedelta(days=30, seconds=-1))
    assert rules.turns_are_over(ends_at=ends, now=ends + dt.timedelta(days=30))
