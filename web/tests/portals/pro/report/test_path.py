"""The path of questions, over every combination of what decides on it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.conditions import STATUS_SETS
from maillon.guidance.enums import AgeClass, ReporterStatus, Wish
from maillon.portals.pro.report.path import (
    FIELDS,
    NEEDED,
    StepName,
    before,
    first_open,
    following,
    off_path,
    path,
)
from maillon.reports.content import ReportContent

ABOUT_WISHES = {StepName.WISH, StepName.AGREEMENT, StepName.COUPLE, StepName.MORTAL_DANGER, StepName.PROTECTION}
BOOLEANS = (False, True)
# The longest way: what an experienced reporter may have to answer, start and review left out.
MOST_SCREENS = 18


def every_path():
    """Each combination of answers and statuses, with its path."""
    ages = (None, *AgeClass)
    for age, wish, couple, statuses, identity, traces in product(ages, Wish, BOOLEANS, STATUS_SETS, BOOLEANS, BOOLEANS):
        content = ReportContent(age=age, wish=wish, couple_violence=couple)
        yield content, statuses, identity, traces, path(content, statuses, identity=identity, traces=traces)


ALL = list(every_path())


def test_danger_is_asked_first_and_nothing_twice():
    for *_facts, steps in ALL:
        assert steps[0] is StepName.DANGER
        assert len(set(steps)) == len(steps) <= MOST_SCREENS


def test_what_sending_needs_is_always_asked():
    assert all(set(NEEDED) <= set(steps) for *_facts, steps in ALL)


@pytest.mark.guardrail("G6")
def test_neither_wish_nor_agreement_of_a_minor_is_ever_asked():
    for content, *_rest, steps in ALL:
        if content.age is not AgeClass.ADULT:
            assert not ABOUT_WISHES & set(steps)


def test_whether_it_is_grave_is_asked_of_minors_alone():
    for content, *_rest, steps in ALL:
        minor = content.age is not None and content.minor
        assert (StepName.GRAVITY in steps) is minor


def test_agreement_is_asked_of_who_wants_help_alone():
    for content, *_rest, steps in ALL:
        wants = content.age is AgeClass.ADULT and content.wish is Wish.WANTS_HELP
        assert (StepName.AGREEMENT in steps) is wants


def test_couple_violence_is_asked_by_health_professionals_and_mortal_danger_only_with_it():
    for content, statuses, _identity, _traces, steps in ALL:
        health = content.age is AgeClass.ADULT and ReporterStatus.HEALTH_PROFESSIONAL in statuses
        assert (StepName.COUPLE in steps) is health
        assert (StepName.MORTAL_DANGER in steps) is (health and content.couple_violence)


@pytest.mark.guardrail("G6")
def test_identity_and_traces_are_asked_only_where_they_may_go():
    for _content, _statuses, identity, traces, steps in ALL:
        assert (StepName.IDENTITY in steps) is identity
        assert (StepName.TRACES in steps) is traces


def test_every_answer_belongs_to_one_screen_and_every_screen_to_real_answers():
    names = [name for group in FIELDS.values() for name in group]
    assert len(set(names)) == len(names)
    assert set(FIELDS) == set(StepName)
    assert all(hasattr(ReportContent(), name) for name in names)


def test_what_leaves_the_path_is_named_to_be_forgotten():
    steps = path(ReportContent(age=AgeClass.UNDER_15), (), identity=False, traces=False)
    assert off_path(steps) == {
        "wish",
        "agreement",
        "couple_violence",
        "mortal_danger",
        "can_protect_herself",
        "identity",
        "traces",
    }


@given(answered=st.sets(st.sampled_from(StepName)), facts=st.sampled_from(ALL), data=st.data())
def test_going_on_never_skips_an_open_question_and_ends_when_all_are_answered(answered, facts, data):
    steps = facts[-1]
    current = data.draw(st.sampled_from(steps))
    answered |= {current}
    after = following(steps, answered, current)
    still_open = [step for step in steps if step not in answered]
    assert (after is None) is (not still_open)
    assert after is None or after in still_open
    later = [step for step in still_open if steps.index(step) > steps.index(current)]
    assert not later or after == later[0]
    assert first_open(steps, answered) == (still_open[0] if still_open else None)


def test_back_leads_to_the_screen_before():
    steps = path(ReportContent(), (), identity=False, traces=False)
    assert before(steps, StepName.DANGER) is None
    assert [before(steps, step) for step in steps[1:]] == list(steps[:-1])
