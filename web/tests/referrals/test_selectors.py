"""Lists that show each side its own, figures without small numbers, and answers as numbers for the matching."""

import datetime as dt

import pytest

from maillon.referrals import services
from maillon.referrals.enums import RefusalReason, StepState
from maillon.referrals.selectors import (
    answers_by_service,
    figures,
    open_steps_of,
    referral_for,
    referrals_of,
    step_for,
    steps_of,
)
from tests.referrals.factories import Town, accepted, make_town, refer, step_at
from tests.reports.factories import AT

DAY = dt.timedelta(days=1)
PERIOD = {"since": AT - DAY, "until": AT + 60 * DAY}


@pytest.fixture
def town(db) -> Town:
    return make_town()


def test_each_side_sees_its_own_and_a_service_in_line_sees_nothing(town) -> None:
    referral, worker, colleague = refer(town), town.worker.membership, town.colleague.membership
    first, second = town.first.reader.membership, town.second.reader.membership
    assert list(referrals_of(worker)) == list(referrals_of(colleague)) == [referral]
    assert list(open_steps_of(first)) == list(steps_of(first)) == [step_at(referral, town.first)]
    assert list(steps_of(second)) == list(steps_of(worker)) == []
    assert referral_for(referral.pk, worker) == referral
    assert referral_for(referral.pk, first) is None
    assert step_for(step_at(referral, town.second).pk, second) is None
    assert step_for(step_at(referral, town.first).pk, second) is None
    assert step_for(step_at(referral, town.first).pk, first) is not None


def test_what_runs_stands_before_what_has_ended_and_urgent_before_the_rest(town) -> None:
    old, new = refer(town, at=AT), refer(town, at=AT + DAY)
    services.withdraw(referral_id=new.pk, by=town.worker.membership, at=AT + DAY)
    assert list(referrals_of(town.worker.membership)) == [old, new]
    urgent = refer(town, urgent=True, at=AT + 2 * DAY)
    mine = [step.referral for step in open_steps_of(town.first.reader.membership)]
    assert mine == [urgent, old]


def test_answers_of_a_service_are_counted_over_180_days(town) -> None:
    for number in range(3):
        referral = refer(town, [town.first, town.second], at=AT)
        if number:
            accepted(referral, town.first, at=AT + number * DAY)
        else:
            services.refuse(
                step_id=step_at(referral, town.first).pk,
                reason=RefusalReason.FULL,
                by=town.first.reader.membership,
                at=AT + 3 * DAY,
            )
    keys = [place.service.pk for place in town.inside]
    found = answers_by_service(keys, at=AT + 5 * DAY)
    answers = found[town.first.service.pk]
    assert (answers.asked, answers.accepted, answers.median_days) == (3, 2, 2.0)
    # It was asked and has not answered: that says nothing yet.
    assert town.second.service.pk not in found
    assert answers_by_service(keys, at=AT + 181 * DAY) == {}


@pytest.mark.guardrail("G9")
def test_figures_hold_small_numbers_back(town) -> None:
    refer(town)
    shown = figures(**PERIOD)
    assert (shown.referrals, shown.days_to_contact) == (None, None)
    assert set(shown.by_state.values()) == {None, 0}
    for _number in range(5):
        step = accepted(refer(town, [town.first]), town.first, at=AT + DAY)
        services.met(step_id=step.pk, by=town.first.reader.membership, at=AT + 3 * DAY)
    shown = figures(**PERIOD)
    assert (shown.referrals, shown.accepted) == (6, 5)
    assert (shown.days_to_answer, shown.days_to_contact) == (1.0, 3.0)
    assert figures(**PERIOD, organisation_id=town.first.house.organisation.pk).referrals == 0
    assert step_at(refer(town, [town.first]), town.first).state == StepState.PROPOSED
