"""What errors cost: never more than the ceiling, less with time, and never on others' account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.penalties import (
    CEILING,
    CODES,
    REPORTS,
    Account,
    bits_for,
    charged,
    points_at,
    wait_for,
)

tariffs = st.sampled_from([CODES, REPORTS])
points = st.floats(0, 1000)
moments = st.floats(0, 1e7)


@given(points, points, tariffs)
def test_more_points_never_cost_less_and_no_wait_is_over_the_ceiling(one, other, tariff):
    low, high = sorted((one, other))
    assert 0 <= wait_for(low, tariff) <= wait_for(high, tariff) <= CEILING


@given(tariffs, st.lists(st.tuples(st.floats(0, 5), st.floats(0, 600)), max_size=40))
def test_an_account_never_holds_more_than_its_most_nor_less_than_nothing(tariff, errors):
    account, at = Account(), 0.0
    for added, later in errors:
        at += later
        account = charged(account, added, tariff, at)
        assert 0 <= account.points <= tariff.most


@given(tariffs, moments, st.floats(0.1, 80), st.floats(1, 1e6))
def test_points_only_fall_with_time(tariff, at, held, later):
    account = charged(Account(), held, tariff, at)
    assert points_at(account, tariff, at + later) < points_at(account, tariff, at)


@given(tariffs, moments)
def test_whatever_was_done_nothing_is_owed_after_four_half_lives(tariff, at):
    account = charged(Account(), 1e9, tariff, at)
    assert wait_for(points_at(account, tariff, at), tariff) > 0
    assert wait_for(points_at(account, tariff, at + 4 * tariff.halves_in), tariff) == 0


@given(tariffs, moments, st.floats(0, 1e6))
def test_a_clock_that_stands_or_goes_back_gives_no_points_away(tariff, at, back):
    account = charged(Account(), 3, tariff, at)
    assert points_at(account, tariff, at - back) == account.points


@pytest.mark.parametrize(("errors", "seconds"), [(0, 0), (6, 0), (7, 2), (8, 4), (10, 16), (11, 30), (14, 30)])
def test_six_wrong_codes_are_free_and_each_one_after_doubles_the_wait(errors, seconds):
    assert wait_for(errors, CODES) == seconds


def test_forty_reports_from_one_room_are_free_and_the_flood_is_sorted_before_it_is_at_its_most():
    assert wait_for(40, REPORTS) == 0
    assert wait_for(41, REPORTS) > 0
    assert REPORTS.free < REPORTS.busy_from < REPORTS.most
    assert wait_for(REPORTS.most, REPORTS) == CEILING


@given(st.floats(0, CEILING), st.floats(0, CEILING), st.floats(-1, 2), st.floats(-1, 2))
def test_work_grows_with_the_wait_and_the_load_within_what_a_telephone_does(one, other, calm, busy):
    (short, long), (calm, busy) = sorted((one, other)), sorted((calm, busy))
    assert 15 <= bits_for(short, calm) <= bits_for(long, busy) <= 20
