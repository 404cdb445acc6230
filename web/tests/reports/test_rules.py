"""The transition table, the delays and the outcomes."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.states import IllegalTransition
from maillon.directory.enums import OrganisationKind
from maillon.guidance import rulebook
from maillon.guidance.enums import AgeClass, Ground, OffenceKnown
from maillon.reports import rules
from maillon.reports.enums import Move, Outcome, State
from maillon.reports.rules import FINAL, OPEN_STATES, TRANSMISSION, Silence

MINUTE = dt.timedelta(minutes=1)
MOMENT = st.integers(0, 5_000_000).map(lambda minutes: dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + minutes * MINUTE)


def reachable(start: State) -> set[State]:
    """Every state that some run of moves leads to."""
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        for (source, _move), target in TRANSMISSION.targets().items():
            if source == here and target not in seen:
                seen.add(target)
                todo.append(target)
    return seen


def test_every_state_is_reached_from_the_first():
    assert reachable(State.SENT) == set(State)


@pytest.mark.parametrize("state", State)
def test_every_state_leads_to_an_end(state):
    assert reachable(state) & FINAL


@pytest.mark.parametrize("state", sorted(FINAL))
def test_an_end_is_an_end(state):
    assert TRANSMISSION.actions(state) == frozenset()


def test_every_move_exists_somewhere():
    assert {move for _state, move in TRANSMISSION.targets()} == set(Move)


def test_nothing_is_closed_that_nobody_acknowledged():
    closable = {state for state, move in TRANSMISSION.targets() if move is Move.CLOSE}
    assert closable == {State.ACKNOWLEDGED, State.IN_HAND, State.TRANSFERRED}


@pytest.mark.parametrize(("state", "move"), list(product(State, Move)))
def test_what_is_not_in_the_table_does_not_happen(state, move):
    if (state, move) in TRANSMISSION.targets():
        assert TRANSMISSION.after(state, move) in set(State)
    else:
        with pytest.raises(IllegalTransition):
            TRANSMISSION.after(state, move)


def test_open_and_final_states_share_out_all_states():
    assert set(State) == OPEN_STATES | FINAL
    assert not OPEN_STATES & FINAL


@given(sent=MOMENT, danger=st.booleans(), minor=st.booleans())
def test_danger_is_the_shortest_delay_and_a_minor_is_never_later_than_an_adult(sent, danger, minor):
    due = rules.acknowledge_by(sent, danger=danger, minor=minor)
    assert due > sent
    assert rules.acknowledge_by(sent, danger=True, minor=minor) <= due
    assert rules.acknowledge_by(sent, danger=danger, minor=True) <= rules.acknowledge_by(
        sent, danger=danger, minor=False
    )


def test_the_delays_are_those_that_the_rules_pages_show():
    expectations = rulebook.load().expectations
    sent = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    for code, facts in {
        "danger": {"danger": True, "minor": False},
        "minor": {"danger": False, "minor": True},
        "adult": {"danger": False, "minor": False},
    }.items():
        assert rules.acknowledge_by(sent, **facts) - sent == dt.timedelta(hours=expectations[code].hours)


@given(sent=MOMENT, hours=st.integers(1, 100), first=st.integers(0, 40_000), later=st.integers(0, 40_000))
def test_silence_only_ever_grows_louder(sent, hours, first, later):
    due = sent + dt.timedelta(hours=hours)

    def heard(minutes: int) -> int:
        return rules.silence(sent_at=sent, acknowledge_by=due, now=sent + dt.timedelta(minutes=minutes))

    early, late = sorted([first, later])
    assert heard(early) <= heard(late)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, Silence.NONE),
        (3.99, Silence.NONE),
        (4, Silence.REMIND),
        (7.99, Silence.REMIND),
        (8, Silence.LEAD),
        (15.99, Silence.LEAD),
        (16, Silence.COUNT),
        (1000, Silence.COUNT),
    ],
)
def test_silence_is_told_at_the_delay_at_twice_and_at_four_times_it(hours, expected):
    sent = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
    now = sent + dt.timedelta(hours=hours)
    assert rules.silence(sent_at=sent, acknowledge_by=sent + dt.timedelta(hours=4), now=now) is expected


def test_a_minors_wish_closes_nothing():
    assert Outcome.DECLINED not in rules.outcomes(minor=True)
    assert Outcome.DECLINED in rules.outcomes(minor=False)


def test_child_protection_is_an_outcome_for_minors_alone():
    assert Outcome.CHILD_PROTECTION in rules.outcomes(minor=True)
    assert Outcome.CHILD_PROTECTION not in rules.outcomes(minor=False)


@pytest.mark.parametrize("age", AgeClass)
def test_doubt_about_the_age_counts_as_minority(age):
    assert rules.is_minor({"age": age.value}) is (age is not AgeClass.ADULT)


def test_an_unknown_age_counts_as_minority():
    assert rules.is_minor({})


@pytest.mark.parametrize("recipient", OrganisationKind)
@pytest.mark.parametrize("sender", OrganisationKind)
def test_article_40_is_never_the_ground_for_the_purchase_contravention(sender, recipient):
    """CP 611-1 is a contravention when the person is an adult: CPP 40 speaks of crimes and délits."""
    for bound in (True, False):
        grounds = rules.transfer_grounds(
            sender=sender, recipient=recipient, age=AgeClass.ADULT, offence=OffenceKnown.PURCHASE, bound=bound
        )
        assert Ground.CPP_40 not in grounds


@pytest.mark.parametrize("sender", OrganisationKind)
def test_whoever_is_not_bound_never_lifts_a_secret_and_whoever_is_never_relies_on_434_3(sender):
    for recipient, age, offence in product(OrganisationKind, AgeClass, OffenceKnown):
        common = {"sender": sender, "recipient": recipient, "age": age, "offence": offence}
        assert Ground.CP_226_14_1 not in rules.transfer_grounds(**common, bound=False)
        assert Ground.CP_434_3 not in rules.transfer_grounds(**common, bound=True)


def test_a_minor_can_always_go_to_the_council_and_to_the_prosecutor():
    for sender, age, offence, bound in product(OrganisationKind, AgeClass, OffenceKnown, [True, False]):
        if age is AgeClass.ADULT:
            continue
        for recipient in (OrganisationKind.COUNCIL, OrganisationKind.PROSECUTOR):
            found = rules.transfer_grounds(sender=sender, recipient=recipient, age=age, offence=offence, bound=bound)
            assert found - {Ground.JUDICIAL_REQUEST}
