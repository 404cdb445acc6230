"""The rules of referrals: states, clocks on the clocks of France, the line, grounds, disclosure."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.days import PARIS, days_later, is_worked, on_working_day
from maillon.directory.enums import OrganisationKind
from maillon.guidance.enums import Ground
from maillon.referrals.advice import AFTER
from maillon.referrals.enums import Move, Outcome, PartKind, ReferralState, RefusalReason, Sealed, StepState, Withdrawn
from maillon.referrals.plain import OUTCOMES, PARTS, REFERRALS, REFUSALS, STATES, WITHDRAWALS
from maillon.referrals.rules import (
    ACTIVE,
    FINAL,
    OPEN_STATES,
    STEP,
    Place,
    Silence,
    accepted_dues,
    dues,
    link_expires,
    outcomes,
    referral_ground,
    refusal_reasons,
    silence,
    turns,
    whole,
)
from maillon.referrals.rules.disclosure import held_back

# Without a zone: Hypothesis adds it.
_FROM, _UNTIL = dt.datetime(2026, 1, 1), dt.datetime(2029, 1, 1)  # noqa: DTZ001
MOMENTS = st.datetimes(_FROM, _UNTIL, timezones=st.just(ZoneInfo("UTC")))
PLACES = st.lists(
    st.builds(Place, state=st.sampled_from(StepState), gone=st.booleans(), allowed=st.booleans()), max_size=6
)


def test_every_state_can_be_reached_and_every_final_one_is_final() -> None:
    targets = set(STEP.targets().values())
    assert targets | {StepState.ASKED} == set(StepState)
    assert all(not STEP.actions(state) for state in FINAL)
    assert all(Move.WITHDRAW in STEP.actions(state) for state in OPEN_STATES)


@given(PLACES)
def test_the_line_asks_at_most_one_and_never_one_that_is_gone_or_that_she_took_back(places) -> None:
    moves = turns(places)
    asked = [index for index, move in moves if move is Move.PROPOSE]
    assert len(asked) <= 1
    assert all(places[index].allowed and not places[index].gone for index in asked)
    assert all(places[index].state is StepState.PLANNED for index, _move in moves)
    if any(place.state in ACTIVE for place in places):
        assert not moves
    elif not asked:
        # Nobody in line was passed over in silence.
        assert len(moves) == sum(place.state is StepState.PLANNED for place in places)


@given(st.lists(st.sampled_from(StepState), min_size=1), st.sampled_from(sorted({"done", "withdrawn", "exhausted"})))
def test_a_referral_is_open_exactly_while_somebody_is_at_it_or_in_line(states, ended_as) -> None:
    state = whole(states, ended_as=ReferralState(ended_as))
    under_way = any(item in ACTIVE or item is StepState.PLANNED for item in states)
    assert (state in {ReferralState.OPEN, ReferralState.MET}) == under_way
    assert (state is ReferralState.MET) == (StepState.MET in states)


@given(MOMENTS, st.booleans())
def test_reminder_lead_and_the_next_service_follow_one_another(at, urgent) -> None:
    until = dues(at, urgent=urgent)
    moments = [at, until.remind_at, until.lead_at, until.over_at]
    assert all(before <= after for before, after in pairwise(moments))
    assert silence(until, until.over_at) is Silence.OVER
    assert silence(until, at) is Silence.NONE
    assert link_expires(at, urgent=urgent) == until.over_at
    assert until.over_at - at <= dt.timedelta(days=4 if urgent else 13)
    if not urgent:
        assert all(is_worked(moment) for moment in moments[1:])


@given(MOMENTS, st.integers(0, 40))
def test_days_keep_the_hour_that_people_read(at, days) -> None:
    before, after = at.astimezone(PARIS), days_later(at, days)
    assert (after.date() - before.date()).days == days
    # Save where the change to summer time has no such hour.
    assert (after.hour, after.minute) == (before.hour, before.minute) or after.month == 3
    assert on_working_day(after) - after < dt.timedelta(days=6)


def test_a_public_holiday_and_a_weekend_are_not_worked() -> None:
    friday = dt.datetime(2026, 4, 24, 10, tzinfo=PARIS)
    # Eight days on is Saturday 2 May, and Monday follows; three are a Monday already.
    assert dues(friday, urgent=False).over_at == dt.datetime(2026, 5, 4, 10, tzinfo=PARIS)
    assert dues(friday, urgent=False).remind_at == dt.datetime(2026, 4, 27, 10, tzinfo=PARIS)
    labour = dt.datetime(2026, 4, 28, 10, tzinfo=PARIS)
    assert dues(labour, urgent=False).remind_at == dt.datetime(2026, 5, 4, 10, tzinfo=PARIS)
    assert dues(labour, urgent=True).over_at == dt.datetime(2026, 5, 1, 10, tzinfo=PARIS)


@given(MOMENTS, MOMENTS)
def test_an_appointment_ahead_is_no_silence(heard, appointment) -> None:
    until = accepted_dues(heard, appointment)
    assert until.remind_at > max(heard, appointment)


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize("sender", OrganisationKind)
@pytest.mark.parametrize("recipient", [*OrganisationKind, None])
def test_a_minor_goes_by_law_and_never_to_police_or_to_an_address_that_nobody_knows(sender, recipient) -> None:
    for bound in (True, False):
        ground = referral_ground(sender=sender, recipient=recipient, minor=True, bound=bound)
        allowed = {
            None,
            *([Ground.CASF_L226_2_1] if recipient is OrganisationKind.COUNCIL else []),
            *([Ground.CASF_L226_2_2] if bound else []),
        }
        assert ground in allowed
        if recipient in {None, OrganisationKind.POLICE, OrganisationKind.GENDARMERIE, OrganisationKind.PROSECUTOR}:
            assert ground is None
        adult = referral_ground(sender=sender, recipient=recipient, minor=False, bound=bound)
        assert adult is Ground.CONSENT


def test_a_minors_wish_ends_nothing() -> None:
    assert RefusalReason.DECLINED not in refusal_reasons(minor=True)
    assert Outcome.DECLINED not in outcomes(minor=True)
    assert Outcome.CHILD_PROTECTION not in outcomes(minor=False)


def test_each_code_has_its_words_for_the_person_and_its_advice() -> None:
    assert set(STATES) == set(StepState)
    assert set(REFERRALS) == set(ReferralState)
    assert set(REFUSALS) == set(AFTER) == set(RefusalReason)
    assert set(OUTCOMES) == set(Outcome)
    assert set(WITHDRAWALS) == set(Withdrawn)
    assert set(PARTS) == set(PartKind)
    assert {f"referral.{kind}" for kind in PartKind} <= set(Sealed)


@pytest.mark.guardrail("G9")
@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8), st.booleans())
def test_no_small_count_is_shown_and_none_can_be_worked_out_from_the_sum(counts, minors) -> None:
    shown = held_back(counts, minors=minors)
    least = 11 if minors else 5
    assert shown.keys() == counts.keys()
    assert all(value is None or value == 0 or value >= least for value in shown.values())
    hidden = [key for key, value in shown.items() if value is None]
    if len(hidden) == 1:
        assert not [key for key, value in shown.items() if value]
