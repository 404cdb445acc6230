"""Properties of the commission's rules, whatever the numbers."""

import datetime as dt
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from maillon.base.opening import PARIS
from maillon.commission import rules
from maillon.commission.enums import Kind, Move, Sense, State, Vote
from maillon.commission.facts import qualities
from maillon.commission.rules import Count, Standing

SMALL = st.integers(0, 30)
SEATS = st.integers(0, 7)
COUNTS = st.builds(Count, SMALL, SMALL, SMALL)
FIRST, MINUTES = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), 7 * 366 * 24 * 60
MOMENTS = st.integers(0, MINUTES).map(lambda minutes: FIRST + dt.timedelta(minutes=minutes))
STANDINGS = st.builds(
    Standing,
    kind=st.sampled_from(Kind),
    state=st.sampled_from(State),
    entitled=st.booleans(),
    present=st.booleans(),
    recused=st.booleans(),
)


@given(COUNTS, st.sampled_from([*Vote, None]))
def test_a_clear_majority_never_hangs_on_who_presides(count, chair) -> None:
    found = rules.result(count, chair=chair)
    if count.in_favour > count.against:
        assert found == rules.Result(Sense.FAVOURABLE)
    elif count.in_favour < count.against:
        assert found == rules.Result(Sense.UNFAVOURABLE)
    else:
        assert found.casting == (found.sense is not None)
        assert (found.sense is None) == (chair in {None, Vote.ABSTAINED})


@given(COUNTS, SMALL, st.sampled_from([*Vote, None]))
def test_a_count_has_one_voice_each_and_the_chairs_among_them(count, voices, chair) -> None:
    if rules.agrees(count, voices=voices, chair=chair):
        assert count.total == voices
        cast = {Vote.FOR: count.in_favour, Vote.AGAINST: count.against, Vote.ABSTAINED: count.abstained}
        assert chair is None or cast[chair]
    assert not rules.agrees(count, voices=count.total + 1, chair=chair)


@given(SMALL, SMALL, SMALL)
def test_a_quorum_is_half_and_more_taking_part_never_undoes_it(seats, present, represented) -> None:
    found = rules.quorum(seats=seats, present=present, represented=represented, one_out_of=2)
    assert found.is_reached == (2 * (present + represented) >= seats)
    assert found.missing == 0 or not found.is_reached
    more = rules.quorum(seats=seats, present=present + 1, represented=represented, one_out_of=2)
    assert more.is_reached or not found.is_reached


@given(st.lists(st.tuples(SEATS, SEATS), max_size=20), st.sets(SEATS), st.sets(SEATS), st.sets(SEATS))
def test_whatever_is_asked_no_member_holds_two_voices_beside_her_own(asked, sitting, present, recused) -> None:
    taken: list[tuple[int, int]] = []
    for giver, holder in asked:
        if rules.may_give(giver, holder, given=taken, sitting=sitting, present=present, per_member=1):
            taken.append((giver, holder))
    givers = [giver for giver, _holder in taken]
    assert len(givers) == len(set(givers))
    assert all(times == 1 for times in Counter(holder for _giver, holder in taken).values())
    assert not set(givers) & {holder for _giver, holder in taken}
    voices = rules.standing(taken, present=present, recused=recused)
    assert not voices & present
    assert not voices & recused
    assert len(voices) <= len(present - recused)


@given(STANDINGS)
def test_a_file_opens_in_an_open_meeting_to_who_is_there_and_deliberates_alone(standing) -> None:
    may = rules.may_open_file(standing)
    assert may == (rules.may_deliberate(standing) and standing.kind is not Kind.POLICY)
    if may:
        assert standing.state is State.OPEN
        assert standing.present
        assert standing.entitled
        assert not standing.recused


@given(MOMENTS, st.integers(0, 400), st.integers(0, 23))
def test_the_days_of_a_convocation_are_days_of_the_calendar(convoked, days, hour) -> None:
    day = convoked.astimezone(PARIS).date() + dt.timedelta(days=days)
    held = dt.datetime(day.year, day.month, day.day, hour, tzinfo=PARIS)
    assert rules.in_time(convoked_at=convoked, held_at=held, days=5) == (days >= 5)
    assert rules.latest_day(held, days=5) == day - dt.timedelta(days=5)


@given(MOMENTS)
def test_files_shut_at_the_end_of_the_day_on_the_clocks_of_france(opened) -> None:
    shut = rules.files_shut(opened)
    assert opened < shut <= opened + dt.timedelta(hours=25)
    there = shut.astimezone(PARIS)
    assert (there.hour, there.minute) == (0, 0)
    assert there.date() == opened.astimezone(PARIS).date() + dt.timedelta(days=1)


@given(st.lists(st.sampled_from(Move), max_size=8))
def test_a_meeting_is_never_open_twice_nor_minuted_without_having_been_closed(moves) -> None:
    state, seen = State.DRAFT, [State.DRAFT]
    for move in moves:
        if move in rules.MEETING.actions(state):
            state = rules.MEETING.after(state, move)
            seen.append(state)
    assert len(seen) == len(set(seen))
    if State.MINUTED in seen:
        assert seen == [State.DRAFT, State.CONVOKED, State.OPEN, State.CLOSED, State.MINUTED]
    assert (not rules.MEETING.actions(state)) == (state in rules.FINAL)


def test_one_quality_presides_and_attends_everything() -> None:
    chairs = [quality for quality in qualities().values() if quality.chairs]
    assert [quality.code for quality in chairs] == ["prefet"]
    assert all(rules.may_attend(chairs[0], kind) for kind in Kind)
