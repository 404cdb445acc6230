"""Silence is told louder and louder, once each time, and changes nothing by itself."""

import datetime as dt
import threading

import pytest
from django.db import connections
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.guidance.enums import Ground
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import selectors, services
from maillon.reports.enums import Outcome, ReturnReason, State
from maillon.reports.models import Transmission
from maillon.reports.proposals import propose
from maillon.reports.rules import Silence
from maillon.reports.services import watch_silence
from tests.reports.acting import acknowledged, act, in_hand, open_as, transferred
from tests.reports.factories import AT, make_house, make_orne, make_report, minor_content, transmission_to

HOUR = dt.timedelta(hours=1)
NOBODY = {Silence.REMIND: 0, Silence.LEAD: 0, Silence.COUNT: 0}


def to_council(orne, **answers):
    content = minor_content(orne.commune, **answers)
    return transmission_to(make_report(orne, content=content, chosen=_council_alone(orne, content)), orne.council)


def _council_alone(orne, content):
    proposal = propose(content, orne.firefighter.membership, on=AT.date())
    return proposal.required_ids() | {orne.council.organisation.id}


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def sent(orne):
    """A minor's report to the council: 24 hours to acknowledge."""
    transmission = to_council(orne)
    Transmission.objects.exclude(pk=transmission.pk).update(acknowledged_at=AT, state=State.ACKNOWLEDGED)
    return transmission


def jobs_after(before):
    return list(ProcrastinateJob.objects.order_by("id").values_list("task_name", flat=True))[before:]


@pytest.mark.parametrize(
    ("hours", "expected", "task"),
    [
        (23, {}, []),
        (24, {Silence.REMIND: 1}, ["reports.notify_organisation"]),
        (48, {Silence.REMIND: 1, Silence.LEAD: 1}, ["reports.notify_leads"]),
        (96, {Silence.REMIND: 1, Silence.LEAD: 1, Silence.COUNT: 1}, ["reports.notify_leads"]),
    ],
)
def test_after_a_long_absence_the_loudest_level_is_told_once(sent, hours, expected, task):
    before = ProcrastinateJob.objects.count()
    assert watch_silence(at=AT + hours * HOUR) == NOBODY | expected
    assert jobs_after(before) == task
    assert watch_silence(at=AT + hours * HOUR) == NOBODY
    assert jobs_after(before) == task


def test_watched_all_along_each_level_is_told_once(sent):
    total = dict(NOBODY)
    for hours in range(200):
        for level, count in watch_silence(at=AT + hours * HOUR).items():
            total[level] += count
    assert total == {Silence.REMIND: 1, Silence.LEAD: 1, Silence.COUNT: 1}
    actions = list(Line.objects.filter(subject_id=sent.id).values_list("action", flat=True))
    assert sorted(actions) == sorted([Action.REMINDED, Action.ESCALATED, Action.ESCALATED])


def test_danger_shortens_the_delay(orne):
    sent = to_council(orne, danger=True)
    assert sent.acknowledge_by == AT + 4 * HOUR


def test_who_has_opened_and_not_acknowledged_is_silent_too(orne, sent):
    open_as(orne.council.reader, sent)
    assert watch_silence(at=AT + 24 * HOUR)[Silence.REMIND] == 1


def test_who_has_acknowledged_is_never_reminded(orne, sent):
    acknowledged(orne.council, sent)
    assert watch_silence(at=AT + 1000 * HOUR) == NOBODY


def test_a_returned_transfer_is_watched_at_who_transferred_it(orne, sent):
    health = make_house(health=True)
    in_hand(orne.council, sent)
    onward = transferred(orne.council, sent, health, Ground.CASF_L226_2_2)
    open_as(health.reader, onward)
    act(services.return_transfer, health, onward, at=AT + HOUR, reason=ReturnReason.NO_CAPACITY)
    assert watch_silence(at=AT + 24 * HOUR) == NOBODY
    assert watch_silence(at=AT + 25 * HOUR)[Silence.REMIND] == 1
    assert watch_silence(at=AT + 97 * HOUR) == NOBODY | {Silence.LEAD: 1, Silence.COUNT: 1}
    assert selectors.unanswered_counts("61") == {orne.council.organisation.name: 1}
    act(services.take_back, orne.council, sent, at=AT + 98 * HOUR)
    assert selectors.unanswered_counts("61") == {}
    assert watch_silence(at=AT + 1000 * HOUR) == NOBODY


@pytest.mark.guardrail("G11")
def test_g11_silence_tells_people_and_changes_no_state(orne, sent):
    before = list(Transmission.objects.order_by("pk").values_list("pk", "state", "outcome", "closed_at"))
    for hours in (24, 48, 96, 10_000):
        watch_silence(at=AT + hours * HOUR)
    assert list(Transmission.objects.order_by("pk").values_list("pk", "state", "outcome", "closed_at")) == before


def test_the_prefecture_learns_a_number_and_nothing_else(orne, sent):
    assert selectors.unanswered_counts("61") == {}
    watch_silence(at=AT + 96 * HOUR)
    assert selectors.unanswered_counts("61") == {orne.council.organisation.name: 1}
    assert selectors.unanswered_counts("14") == {}
    acknowledged(orne.council, sent, at=AT + 97 * HOUR)
    assert selectors.unanswered_counts("61") == {}


def test_what_is_done_is_no_silence(orne, sent):
    in_hand(orne.council, sent)
    act(services.close, orne.council, sent, outcome=Outcome.PROTECTED)
    assert watch_silence(at=AT + 1000 * HOUR) == NOBODY


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_each_level_once():
    orne = make_orne()
    for _ in range(6):
        to_council(orne)
    expected = Transmission.objects.count()
    before = ProcrastinateJob.objects.count()
    barrier, found = threading.Barrier(2), []

    def work():
        try:
            barrier.wait(timeout=10)
            found.append(watch_silence(at=AT + 24 * HOUR))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    # A row that one worker held may have been passed over by the other: the next run finds nothing left.
    found.append(watch_silence(at=AT + 24 * HOUR))
    assert sum(each[Silence.REMIND] for each in found) == expected
    assert ProcrastinateJob.objects.count() == before + expected
    assert Line.objects.filter(action=Action.REMINDED).count() == expected
