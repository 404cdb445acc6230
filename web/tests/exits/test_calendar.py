"""Hypothesis travels through time: whatever the days, six months stay six, and twenty-four are never passed."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon.exits import rules
from maillon.exits.rules import Asked, Period
from maillon.guidance.records import months_later

DAY = dt.timedelta(days=1)
# Leap days among them: 2024, 2028, 2096; 2100 has none.
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2101, 12, 31))
LONG = settings(max_examples=400, deadline=None)


def life(first: dt.date, gaps: list[int]) -> list[Period]:
    """A path renewed as often as it can be, each time so many days after the period before it."""
    granted: list[Period] = []
    start: dt.date | None = first
    for gap in [0, *gaps]:
        period = rules.next_period(granted, start + gap * DAY if start else None)
        if period is None:
            break
        granted.append(period)
        start = period.until_on + DAY
    return granted


@LONG
@given(first=DAYS)
def test_a_path_without_a_gap_is_four_periods_and_never_passes_twenty_four_months(first: dt.date) -> None:
    granted = life(first, [0] * 9)
    assert len(granted) == 4
    assert granted[-1].until_on == rules.last_day(first, 24)
    for before, after in pairwise(granted):
        assert after.from_on == before.until_on + DAY


@LONG
@given(first=DAYS, gaps=st.lists(st.integers(0, 400), max_size=9))
def test_with_gaps_what_was_granted_still_never_passes_twenty_four_months(first: dt.date, gaps: list[int]) -> None:
    granted = life(first, gaps)
    assert 1 <= len(granted) <= 4
    days = sum((period.until_on - period.from_on + DAY).days for period in granted)
    assert days <= (rules.last_day(first, 24) - first + DAY).days
    for period in granted:
        assert period.from_on <= period.until_on <= rules.last_day(period.from_on, 6)
        assert rules.is_running(granted, period.until_on)
    assert not rules.is_running(granted, granted[-1].until_on + DAY)


@LONG
@given(first=DAYS, months=st.integers(1, 24))
def test_months_are_whole_for_whoever_begins_on_any_day(first: dt.date, months: int) -> None:
    end = rules.last_day(first, months) + DAY
    same = months_later(first, months)
    # The same day, or the first of the next month where there is no such day: never a day less.
    assert end in {same, same + DAY}
    assert end.day in {first.day, 1}


@LONG
@given(first=DAYS, back=st.integers(0, 200))
def test_no_period_begins_in_the_one_before_it(first: dt.date, back: int) -> None:
    granted = life(first, [])
    with pytest.raises(ValueError, match="after the one before"):
        rules.next_period(granted, granted[0].until_on - back * DAY)


@LONG
@given(until=DAYS, days=st.integers(-400, 400))
def test_an_alert_only_ever_rises(until: dt.date, days: int) -> None:
    on = until + days * DAY
    assert rules.path_alert(until, on) <= rules.path_alert(until, on + DAY)
    assert rules.approval_alert(until, on) <= rules.approval_alert(until, on + DAY)


@LONG
@given(asked_on=DAYS, claimed=st.integers(0, 120), supplied=st.integers(0, 200), said=st.integers(0, 60))
def test_silence_is_counted_from_a_complete_file_alone(
    asked_on: dt.date, claimed: int, supplied: int, said: int
) -> None:
    claimed_on = asked_on + claimed * DAY
    waiting = Asked(asked_on=asked_on, claimed_on=claimed_on)
    in_time = rules.may_claim(Asked(asked_on=asked_on), claimed_on)
    assert (rules.approved_by_silence_on(waiting) is None) == in_time
    given_later = Asked(asked_on=asked_on, claimed_on=claimed_on, supplied_on=claimed_on + supplied * DAY)
    complete = Asked(asked_on=asked_on, complete_on=asked_on + said * DAY)
    for one in (given_later, complete):
        complete_on, approved_on = rules.complete_on(one), rules.approved_by_silence_on(one)
        assert asked_on <= complete_on < approved_on
        assert approved_on > months_later(asked_on, 4)
