"""What stands « à trier »: out of the inbox and its clocks, never lost, danger first, and nobody forgets it."""

import datetime as dt

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import selectors, services
from maillon.reports.deadlines import deadlines
from maillon.reports.enums import Deadline, MuteReason, Outcome, State
from maillon.reports.refusals import NotAllowed, WrongOutcome
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.rules import Silence
from maillon.reports.selectors import InboxFilter
from maillon.speaking import services as speaking
from maillon.speaking.enums import SourceLevel
from tests.accounts.factories import make_membership
from tests.reports.acting import acknowledged, act, open_as
from tests.reports.factories import AT, make_orne, make_report, transmission_to
from tests.speaking.factories import act as she_acts
from tests.speaking.factories import speak, telling

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def reader(orne):
    return orne.association.reader.membership


def held_at(orne, *, at=AT, **answers):
    """A report that stands to be sorted at the association."""
    return speak(orne, told=telling(orne, **answers), source=SourceLevel.BUSY, at=at).at(orne.association)


def again(transmission):
    transmission.refresh_from_db()
    return transmission


def notices(task):
    return ProcrastinateJob.objects.filter(task_name=task).count()


def test_danger_is_first_whatever_came_before_it(orne, reader):
    first, later = held_at(orne), held_at(orne, at=AT + HOUR)
    danger = held_at(orne, at=AT + 2 * HOUR, danger=True)
    assert list(selectors.held(reader)) == [danger, first, later]
    assert not selectors.inbox_keys(reader, InboxFilter(), at=AT).exists()


def test_it_can_be_read_and_sorted_and_nothing_else(orne, reader):
    transmission = held_at(orne)
    sorting = {Ability.RELEASE, Ability.SET_ASIDE, Ability.DECIDE_ERASURE}
    unread = {Ability.SEE, Ability.SEE_STATE, Ability.OPEN} | sorting
    assert on_transmission(reader, transmission) == unread
    assert open_as(orne.association.reader, transmission).content.narrative
    assert on_transmission(reader, again(transmission)) == unread - {Ability.OPEN} | {
        Ability.READ_CONTENT,
        Ability.READ_MESSAGES,
    }
    with pytest.raises(NotAllowed):
        act(services.acknowledge, orne.association, transmission)


def test_no_clock_runs_before_it_is_released_and_then_all_of_it_does(orne, reader):
    transmission = held_at(orne)
    later = AT + 100 * HOUR
    assert services.watch_silence(at=later) == dict.fromkeys(set(Silence) - {Silence.NONE}, 0)
    assert [due.what for due in deadlines(transmission)] == [Deadline.SORT]
    before = notices("reports.notify_organisation")
    services.release(transmission_ids=[transmission.id], by=reader, at=later)
    assert notices("reports.notify_organisation") == before + 1
    assert [(due.what, due.at) for due in deadlines(again(transmission))] == [(Deadline.ACKNOWLEDGE, later + 72 * HOUR)]
    assert services.watch_silence(at=later + 71 * HOUR)[Silence.REMIND] == 0
    assert services.watch_silence(at=later + 72 * HOUR)[Silence.REMIND] == 1
    assert list(selectors.inbox_keys(reader, InboxFilter(), at=AT)) == [transmission.id]


def test_a_wave_is_released_or_set_aside_at_once_and_what_a_colleague_sorted_is_passed_over(orne, reader):
    wave = [held_at(orne) for _ in range(3)]
    services.release(transmission_ids=[wave[0].id], by=reader, at=AT)
    aside = services.set_aside(transmission_ids=[item.id for item in wave], by=reader, at=AT)
    assert {item.id for item in aside} == {wave[1].id, wave[2].id}
    assert again(wave[0]).state == State.SENT
    assert {(again(item).state, item.outcome) for item in wave[1:]} == {(State.CLOSED, Outcome.ABUSE)}
    assert Line.objects.filter(action=Action.SET_ASIDE, member_id=reader.member_id).count() == 2
    with pytest.raises(NotAllowed):
        services.set_aside(transmission_ids=[item.id for item in wave], by=reader, at=AT)


def test_what_was_set_aside_comes_back_while_its_content_is_kept(orne, reader):
    transmission = held_at(orne)
    services.set_aside(transmission_ids=[transmission.id], by=reader, at=AT)
    assert list(selectors.set_aside(reader)) == [transmission]
    services.restore(transmission_id=transmission.id, by=reader, at=AT + HOUR)
    assert (again(transmission).state, transmission.outcome) == (State.SENT, "")
    assert transmission.acknowledge_by == AT + 73 * HOUR
    acknowledged(orne.association, transmission, at=AT + HOUR)
    with pytest.raises(NotAllowed):
        services.restore(transmission_id=transmission.id, by=reader, at=AT)


def test_once_erased_nothing_comes_back(orne, reader):
    spoken = speak(orne, source=SourceLevel.BUSY)
    services.set_aside(transmission_ids=[spoken.at(orne.association).id], by=reader, at=AT)
    she_acts(speaking.ask_erasure, spoken)
    with pytest.raises(NotAllowed):
        services.restore(transmission_id=spoken.at(orne.association).id, by=reader, at=AT)


@pytest.mark.parametrize("how", ["report", "messages"])
def test_reading_what_was_set_aside_counts_as_opening_it(orne, reader, how):
    spoken = speak(orne, source=SourceLevel.BUSY)
    she_acts(speaking.add, spoken, text="Encore ceci.")
    transmission = spoken.at(orne.association)
    services.set_aside(transmission_ids=[transmission.id], by=reader, at=AT)
    if how == "report":
        open_as(orne.association.reader, again(transmission))
    else:
        keyring = orne.association.reader.keyring
        services.read_messages(transmission=again(transmission), by=reader, keyring=keyring, at=AT, reason="handling")
    assert (again(transmission).opened_at, transmission.state) == (AT, State.CLOSED)
    (request,) = she_acts(speaking.ask_erasure, spoken)
    assert (request.decision, request.answer_by) == ("", dt.date(2026, 12, 23))


def test_what_she_asks_about_her_data_has_its_month_while_it_is_held_and_is_answered_there(orne, reader):
    spoken = speak(orne, source=SourceLevel.BUSY)
    transmission = spoken.at(orne.association)
    open_as(orne.association.reader, transmission)
    before = notices("reports.notify_organisation")
    she_acts(speaking.ask_erasure, spoken)
    assert notices("reports.notify_organisation") == before + 1
    assert {due.what for due in deadlines(again(transmission))} == {Deadline.SORT, Deadline.ERASURE}
    assert Ability.DECIDE_ERASURE in on_transmission(reader, transmission)
    act(services.decide_erasure, orne.association, transmission, accepted=True)
    assert (again(transmission).outcome, transmission.held_at) == (Outcome.ERASED, None)
    assert deadlines(transmission) == ()


def test_what_she_asks_about_her_data_is_told_in_a_muted_thread_too(orne):
    spoken = speak(orne)
    transmission = spoken.at(orne.association)
    acknowledged(orne.association, transmission)
    act(services.mute, orne.association, transmission, reason=MuteReason.FLOOD)
    before = notices("reports.notify_organisation")
    she_acts(speaking.withdraw_consent, spoken, transmission_id=transmission.id)
    she_acts(speaking.ask_erasure, spoken)
    assert notices("reports.notify_organisation") == before + 2
    (due,) = deadlines(again(transmission))
    assert (due.what, due.at.date(), due.by_law) == (Deadline.ERASURE, dt.date(2026, 12, 23), True)


def test_only_the_recipients_readers_sort(orne):
    transmission = held_at(orne)
    reporter = make_membership(orne.association.organisation, Role.REPORTER)
    for stranger in (orne.council.reader.membership, reporter):
        assert not selectors.held(stranger)
        with pytest.raises(NotAllowed):
            services.release(transmission_ids=[transmission.id], by=stranger, at=AT)


def test_a_members_report_is_never_held_muted_or_set_aside(orne):
    transmission = transmission_to(make_report(orne), orne.council)
    about_her = {Ability.RELEASE, Ability.SET_ASIDE, Ability.RESTORE, Ability.MUTE, Ability.DECIDE_ERASURE}
    assert not on_transmission(orne.council.reader.membership, transmission) & about_her


@pytest.mark.parametrize(("danger", "hours"), [(False, 24), (True, 4)])
def test_what_nobody_sorts_is_told_to_the_lead_once_and_sooner_where_there_is_danger(orne, danger, hours):
    transmission = held_at(orne, danger=danger)
    before = notices("reports.notify_leads")
    due = AT + hours * HOUR
    assert services.escalate_held(at=due - HOUR) == 0
    assert (services.escalate_held(at=due), services.escalate_held(at=due + HOUR)) == (1, 0)
    assert notices("reports.notify_leads") == before + 1
    assert Line.objects.get(action=Action.ESCALATED, subject_id=transmission.id).reason == "sort"
    # Its silence in the inbox is counted anew.
    services.release(transmission_ids=[transmission.id], by=orne.association.reader.membership, at=due)
    assert again(transmission).escalated_at is None


def test_a_muted_thread_tells_nobody_and_loses_nothing(orne, reader):
    spoken = speak(orne)
    house, transmission = orne.association, spoken.at(orne.association)
    acknowledged(house, transmission)
    act(services.mute, house, transmission, reason=MuteReason.INSULTS)
    before = notices("reports.notify_organisation")
    she_acts(speaking.answer, spoken, transmission_id=transmission.id, text="Encore moi.")
    assert notices("reports.notify_organisation") == before
    assert not selectors.inbox_rows([transmission.id])[0].has_unread
    words = services.read_messages(
        transmission=selectors.transmission(transmission.id),
        by=reader,
        keyring=house.reader.keyring,
        at=AT,
        reason="handling",
    )
    assert [item.text for item in words] == ["Encore moi."]
    act(services.unmute, house, transmission)
    she_acts(speaking.answer, spoken, transmission_id=transmission.id, text="Et encore.")
    assert notices("reports.notify_organisation") == before + 1
    lines = Line.objects.filter(subject_id=transmission.id, action__in=[Action.MUTED, Action.UNMUTED]).order_by("at")
    assert {(line.action, line.reason) for line in lines} == {(Action.MUTED, "insults"), (Action.UNMUTED, "")}


def test_a_held_thread_tells_nobody_of_what_is_added(orne):
    spoken = speak(orne, source=SourceLevel.BUSY)
    before = notices("reports.notify_organisation")
    she_acts(speaking.add, spoken, text="Encore moi.")
    assert notices("reports.notify_organisation") == before


def test_nobody_closes_as_abuse_by_hand(orne):
    spoken = speak(orne)
    acknowledged(orne.association, spoken.at(orne.association))
    for outcome in (Outcome.ABUSE, Outcome.ERASED):
        with pytest.raises(WrongOutcome):
            act(services.close, orne.association, spoken.at(orne.association), outcome=outcome)
