"""How long a service's facts may be believed."""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.enums import Need
from maillon.directory.rules import freshness
from maillon.directory.rules.freshness import Standing

DAY = dt.date(2026, 11, 24)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
NEEDS = st.lists(st.sampled_from([need.value for need in Need]), min_size=1)
ONE, TWO = UUID(int=1), UUID(int=2)


def days(number):
    return dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (-21, Standing.FRESH),
        (-20, Standing.DUE),
        (0, Standing.DUE),
        (1, Standing.STALE),
        (90, Standing.STALE),
        (91, Standing.HIDDEN),
    ],
)
def test_an_entry_is_due_then_stale_then_hidden(late, expected):
    assert freshness.standing(DAY, DAY + days(late)) == expected


@given(DAYS, DAYS, DAYS)
def test_time_alone_never_makes_an_entry_fresher(due, one, other):
    order = list(Standing)
    first, last = sorted([one, other])
    assert order.index(freshness.standing(due, first)) <= order.index(freshness.standing(due, last))


@pytest.mark.parametrize("need", Need)
def test_shelter_and_listening_are_due_sooner(need):
    expected = 90 if need in {Need.SHELTER, Need.LISTENING} else 180
    assert freshness.due_on([need.value], DAY) == DAY + days(expected)


def test_the_most_pressing_need_decides():
    assert freshness.due_on([Need.WORK, Need.SHELTER, Need.MONEY], DAY) == DAY + days(90)


@given(DAYS, DAYS, NEEDS, st.none() | DAYS)
def test_proofs_never_bring_the_due_date_nearer_nor_beyond_two_periods(due, on, needs, confirmed):
    for moved in (freshness.after_answer, freshness.after_success):
        after = moved(due, on, needs=needs, confirmed_on=confirmed)
        assert after >= due
        if confirmed is None:
            assert after == due
        elif after != due:
            assert after <= confirmed + 2 * freshness.period(needs)


def test_an_answer_proves_a_month_and_a_referral_two():
    told = {"needs": ["legal"], "confirmed_on": DAY - days(180)}
    assert freshness.after_answer(DAY, DAY, **told) == DAY + days(30)
    assert freshness.after_success(DAY, DAY, **told) == DAY + days(60)


def test_three_silences_heard_by_two_members_within_a_month_are_a_doubt():
    calls = [(DAY, ONE), (DAY - days(10), ONE), (DAY - days(30), TWO)]
    assert freshness.is_silent(calls, DAY)
    assert not freshness.is_silent(calls[:2], DAY)
    assert not freshness.is_silent([(day, ONE) for day, _caller in calls], DAY)
    assert not freshness.is_silent(calls, DAY + days(1))


@given(DAYS, DAYS)
def test_a_silent_service_is_stale_at_once(due, on):
    assert freshness.standing(freshness.after_silence(due, on), on) in {Standing.STALE, Standing.HIDDEN}


def test_places_in_a_shelter_are_believed_for_a_day_and_others_for_a_week():
    at = dt.datetime(2026, 10, 24, 12, tzinfo=dt.UTC)
    assert freshness.capacity_expires(["legal", "shelter"], at) - at == dt.timedelta(hours=24)
    assert freshness.capacity_expires(["legal"], at) - at == dt.timedelta(days=7)
