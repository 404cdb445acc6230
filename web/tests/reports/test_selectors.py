"""The inbox: what it finds, in which order, and how it counts."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.guidance.enums import Ground
from maillon.reports import selectors, services
from maillon.reports.deadlines import deadlines
from maillon.reports.enums import Deadline, Outcome, ReturnReason, State
from maillon.reports.selectors import InboxFilter
from tests.reports.acting import acknowledged, act, in_hand, open_as, transferred
from tests.reports.factories import (
    AT,
    adult_content,
    make_house,
    make_orne,
    make_person,
    make_report,
    minor_content,
    transmission_to,
)
from tests.territories.factories import load_known_communes

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
EVERYTHING = InboxFilter()


@pytest.fixture
def orne():
    return make_orne()


def at_council(orne, *, at=AT, **more):
    return transmission_to(make_report(orne, at=at, **more), orne.council)


def found(orne, wanted=EVERYTHING, *, at=AT, by=None):
    return selectors.inbox_rows(selectors.inbox_keys(by or orne.council.reader.membership, wanted, at=at))


def test_an_inbox_holds_what_was_sent_to_its_organisation_alone(orne):
    sent = at_council(orne)
    assert found(orne) == [sent]
    assert found(orne, by=orne.police.reader.membership) == list(
        sent.report.transmissions.filter(recipient=orne.police.organisation)
    )


@pytest.mark.parametrize("role", [Role.REPORTER, Role.ADMINISTRATOR])
def test_who_may_not_read_sees_an_empty_inbox(orne, role):
    at_council(orne)
    assert found(orne, by=make_person(orne.council.organisation, role).membership) == []


def test_who_has_left_sees_an_empty_inbox(orne):
    at_council(orne)
    membership = orne.council.reader.membership
    membership.ended_at = AT
    assert found(orne, by=membership) == []


def test_the_most_pressing_comes_first_and_what_is_done_last(orne):
    closed, in_work, calm, urgent = (at_council(orne, at=AT + minute * dt.timedelta(minutes=1)) for minute in range(4))
    in_hand(orne.council, closed)
    act(services.close, orne.council, closed, outcome=Outcome.PROTECTED)
    in_hand(orne.council, in_work)
    type(urgent).objects.filter(pk=urgent.pk).update(acknowledge_by=AT + HOUR)
    assert found(orne) == [urgent, calm, in_work, closed]


def test_a_returned_transfer_is_among_the_pressing_ones(orne):
    health = make_house(health=True)
    handed = in_hand(orne.council, at_council(orne))
    other = in_hand(orne.council, at_council(orne, at=AT + HOUR))
    onward = transferred(orne.council, handed, health, Ground.CASF_L226_2_2)
    assert found(orne) == [other, handed]
    open_as(health.reader, onward)
    act(services.return_transfer, health, onward, reason=ReturnReason.NO_CAPACITY)
    assert found(orne) == [handed, other]


@pytest.mark.parametrize("state", State)
def test_by_state(orne, state):
    sent, opened = at_council(orne), at_council(orne)
    open_as(orne.council.reader, opened)
    expected = {State.SENT: [sent], State.OPENED: [opened]}.get(state, [])
    assert found(orne, InboxFilter(state=state)) == expected


def test_mine(orne):
    at_council(orne)
    mine = in_hand(orne.council, at_council(orne))
    assert found(orne, InboxFilter(mine=True)) == [mine]
    assert found(orne, InboxFilter(mine=True), by=make_person(orne.council.organisation, Role.LEAD).membership) == []


def test_late_is_unacknowledged_past_its_delay_or_unanswered_past_the_laws(orne):
    silent, answered = at_council(orne), at_council(orne)
    acknowledged(orne.council, answered)
    late = InboxFilter(late=True)
    assert found(orne, late, at=AT + 23 * HOUR) == []
    assert found(orne, late, at=AT + 25 * HOUR) == [silent]
    assert set(found(orne, late, at=AT + 100 * DAY)) == {silent, answered}


def test_minors_are_all_but_known_adults(orne):
    minor = transmission_to(make_report(orne), orne.council)
    adult = make_report(orne, content=adult_content(orne.commune))
    received = acknowledged(orne.association, transmission_to(adult, orne.association))
    transferred(orne.association, received, orne.council, Ground.CONSENT)
    assert len(found(orne)) == 2
    assert found(orne, InboxFilter(minors=True)) == [minor]


def test_open_only_leaves_out_what_is_done(orne):
    done, still = in_hand(orne.council, at_council(orne)), at_council(orne)
    act(services.close, orne.council, done, outcome=Outcome.NOT_FOUND)
    assert found(orne, InboxFilter(open_only=True)) == [still]


def test_to_verify_from_the_day_on(orne):
    sent = in_hand(orne.council, at_council(orne))
    act(services.close, orne.council, sent, outcome=Outcome.ENDED, verify_on=AT.date() + 7 * DAY)
    assert found(orne, InboxFilter(to_verify=True), at=AT + 6 * DAY) == []
    assert found(orne, InboxFilter(to_verify=True), at=AT + 7 * DAY) == [sent]


def test_a_number_is_found_as_people_say_it(orne):
    sent, _other = at_council(orne), at_council(orne)
    number = sent.report.number
    for typed in (number, number.lower(), number.replace("-", " "), number.replace("-", ""), f"  {number} "):
        assert found(orne, InboxFilter(text=typed)) == [sent]


@pytest.mark.parametrize("typed", ["alencon", "ALENÇON", "alen", "61000", "Alençom"])
def test_a_commune_is_found_however_it_is_typed(orne, typed):
    load_known_communes()
    sent = at_council(orne)
    assert found(orne, InboxFilter(text=typed)) == [sent]
    assert found(orne, InboxFilter(text="Flers")) == []


def test_counts_agree_with_the_filters(orne):
    at_council(orne)
    open_as(orne.council.reader, at_council(orne))
    mine = in_hand(orne.council, at_council(orne))
    ended = in_hand(orne.council, at_council(orne))
    act(services.close, orne.council, ended, outcome=Outcome.ENDED, verify_on=AT.date() + DAY)
    at = AT + 30 * HOUR
    counted = selectors.counts(mine.assigned_to, at=at)
    assert counted == {
        "new": 1,
        "to_acknowledge": 1,
        "in_hand": 1,
        "transferred": 0,
        "open": 3,
        "mine": 1,
        "late": 2,
        "closed": 1,
        "to_verify": 1,
        "to_sort": 0,
    }
    for name, wanted in {
        "new": InboxFilter(state=State.SENT),
        "open": InboxFilter(open_only=True),
        "mine": InboxFilter(mine=True),
        "late": InboxFilter(late=True),
        "to_verify": InboxFilter(to_verify=True),
    }.items():
        assert counted[name] == len(found(orne, wanted, at=at))


def test_a_page_of_the_list_is_three_queries_with_all_that_it_shows(orne, django_assert_num_queries):
    for _ in range(4):
        in_hand(orne.council, at_council(orne))
    with django_assert_num_queries(3):
        rows = found(orne)
        assert len(rows) == 4
        for item in rows:
            assert item.report.commune.name
            assert item.report.organisation.name
            assert item.assigned_to.member.name
            assert item.has_unread is False


def test_deadlines_run_where_something_is_due(orne):
    sent = at_council(orne)
    kinds = [due.what for due in deadlines(sent)]
    assert kinds == [Deadline.ACKNOWLEDGE, Deadline.ANSWER]
    received = in_hand(orne.council, sent)
    assert [due.what for due in deadlines(received)] == [Deadline.ANSWER]
    assert deadlines(received)[0].by_law
    closed = act(services.close, orne.council, sent, outcome=Outcome.ENDED, verify_on=AT.date() + DAY)
    assert [due.what for due in deadlines(closed)] == [Deadline.VERIFY]
    verified = act(services.verify, orne.council, sent, at=AT + DAY)
    assert deadlines(verified) == ()


def test_history_says_who_did_what_and_nothing_of_other_recipients(orne):
    content = minor_content(orne.commune, grave=True)
    sent = at_council(orne, content=content)
    open_as(orne.council.reader, sent, at=AT + HOUR)
    act(services.acknowledge, orne.council, sent, at=AT + 2 * HOUR)
    open_as(orne.prosecutor.reader, transmission_to(sent.report, orne.prosecutor), at=AT + 3 * HOUR)
    ours = orne.council.organisation.id
    lines = list(selectors.history(sent))
    assert [line.action for line in lines] == ["acknowledged", "opened", "transmitted"]
    assert all(ours in (line.organisation_id, line.recipient_organisation_id) for line in lines)


def test_history_tells_of_a_transfer_and_its_return_at_both_ends(orne):
    health = make_house(health=True)
    handed = in_hand(orne.council, at_council(orne))
    onward = transferred(orne.council, handed, health, Ground.CASF_L226_2_2)
    open_as(health.reader, onward)
    act(services.return_transfer, health, onward, reason=ReturnReason.NO_CAPACITY)
    for transmission in (handed, onward):
        actions = {line.action for line in selectors.history(transmission)}
        assert {"transferred", "returned"} <= actions
    assert "opened" in {line.action for line in selectors.history(onward)}
