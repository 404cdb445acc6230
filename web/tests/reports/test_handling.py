"""What a recipient does with a transmission, and what it may not."""

import datetime as dt

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.accounts.enums import Role
from maillon.base.states import IllegalTransition
from maillon.guidance.enums import AgeClass
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.enums import Outcome, State
from maillon.reports.refusals import NotAllowed, NotAReader, TooEarly, WrongOutcome
from maillon.vault.refusals import CannotOpen
from tests.accounts.factories import keyring_of, make_membership
from tests.reports.acting import acknowledged, act, in_hand, open_as
from tests.reports.factories import (
    AT,
    Person,
    adult_content,
    make_orne,
    make_person,
    make_report,
    minor_content,
    transmission_to,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def orne():
    return make_orne()


@pytest.fixture
def sent(orne):
    return transmission_to(make_report(orne), orne.council)


def jobs():
    return list(ProcrastinateJob.objects.order_by("id").values_list("task_name", flat=True))


def test_the_first_opening_dates_it_and_later_ones_do_not(orne, sent):
    open_as(orne.council.reader, sent)
    open_as(orne.council.reader, sent, at=AT + DAY)
    sent.refresh_from_db()
    assert (sent.state, sent.opened_at) == (State.OPENED, AT)


def test_every_opening_is_journalled_with_its_reason(orne, sent):
    for _ in range(3):
        open_as(orne.council.reader, sent)
    lines = Line.objects.filter(action=Action.OPENED, subject_id=sent.id)
    assert [line.reason for line in lines] == ["handling"] * 3
    assert Line.objects.filter(action=Action.UNSEALED, subject_id=sent.report_id).count() == 3


def test_without_the_key_nothing_opens_and_nothing_changes(orne, sent):
    newcomer = make_membership(orne.council.organisation, Role.RECIPIENT, holds_key=False)
    with pytest.raises(CannotOpen):
        open_as(Person(newcomer, keyring_of(newcomer)), sent)
    sent.refresh_from_db()
    assert (sent.state, sent.opened_at) == (State.SENT, None)
    assert not Line.objects.filter(action=Action.OPENED).exists()


def test_a_colleague_who_only_reports_opens_nothing(orne, sent):
    with pytest.raises(NotAllowed):
        open_as(make_person(orne.council.organisation), sent)


def test_acknowledging_tells_whoever_reported(orne, sent):
    before = jobs()
    received = acknowledged(orne.council, sent)
    assert (received.state, received.acknowledged_at) == (State.ACKNOWLEDGED, AT)
    assert jobs()[len(before) :] == ["reports.notify_member"]


def test_nobody_acknowledges_what_was_not_opened(orne, sent):
    with pytest.raises(NotAllowed):
        act(services.acknowledge, orne.council, sent)


def test_acknowledging_twice_is_refused_and_keeps_the_first_date(orne, sent):
    acknowledged(orne.council, sent)
    with pytest.raises((NotAllowed, IllegalTransition)):
        act(services.acknowledge, orne.council, sent, at=AT + DAY)
    sent.refresh_from_db()
    assert sent.acknowledged_at == AT


def test_taking_it_assigns_it_unless_somebody_has_it(orne, sent):
    reader = orne.council.reader.membership
    colleague = make_person(orne.council.organisation, Role.RECIPIENT).membership
    acknowledged(orne.council, sent)
    act(services.assign, orne.council, sent, to=colleague)
    assert act(services.take, orne.council, sent).assigned_to == colleague
    act(services.assign, orne.council, sent, to=None)
    sent.refresh_from_db()
    assert sent.assigned_to is None
    assert reader != colleague


def test_it_is_assigned_to_readers_of_the_organisation_alone(orne, sent):
    acknowledged(orne.council, sent)
    reporter = make_person(orne.council.organisation).membership
    for wrong in (reporter, orne.prosecutor.reader.membership, orne.firefighter.membership):
        with pytest.raises(NotAReader):
            act(services.assign, orne.council, sent, to=wrong)


def test_a_step_is_marked_by_its_author_and_by_whoever_has_opened_it(orne, sent):
    report, code = sent.report, sent.report.steps.first().code
    reader = orne.council.reader.membership
    with pytest.raises(NotAllowed):
        services.mark_step(report=report, code=code, done=True, by=reader, at=AT)
    open_as(orne.council.reader, sent)
    step = services.mark_step(report=report, code=code, done=True, by=reader, at=AT)
    assert (step.done_at, step.done_by) == (AT, reader)
    step = services.mark_step(report=report, code=code, done=False, by=orne.firefighter.membership, at=AT)
    assert (step.done_at, step.done_by) == (None, None)
    with pytest.raises(NotAllowed):
        services.mark_step(report=report, code=code, done=True, by=orne.police.reader.membership, at=AT)


def test_a_step_that_guidance_did_not_name_is_not_marked(orne, sent):
    with pytest.raises(NotAllowed):
        services.mark_step(report=sent.report, code="invented", done=True, by=orne.firefighter.membership, at=AT)


@pytest.mark.parametrize("outcome", [item for item in Outcome if item is not Outcome.ENDED])
def test_a_minors_outcomes(orne, sent, outcome):
    in_hand(orne.council, sent)
    if outcome in {Outcome.DECLINED, Outcome.ABUSE, Outcome.ERASED}:
        with pytest.raises(WrongOutcome):
            act(services.close, orne.council, sent, outcome=outcome)
        return
    closed = act(services.close, orne.council, sent, outcome=outcome)
    assert (closed.state, closed.outcome, closed.closed_at) == (State.CLOSED, outcome, AT)


@pytest.mark.parametrize("age", [AgeClass.DOUBTFUL, AgeClass.UNDER_15])
def test_who_may_be_a_minor_is_closed_as_one(orne, age):
    sent = transmission_to(make_report(orne, content=minor_content(orne.commune, age=age)), orne.council)
    in_hand(orne.council, sent)
    with pytest.raises(WrongOutcome):
        act(services.close, orne.council, sent, outcome=Outcome.DECLINED)


def test_an_adult_may_decline_and_is_under_no_child_protection(orne):
    report = make_report(orne, content=adult_content(orne.commune))
    sent = in_hand(orne.association, transmission_to(report, orne.association))
    with pytest.raises(WrongOutcome):
        act(services.close, orne.association, sent, outcome=Outcome.CHILD_PROTECTION)
    assert act(services.close, orne.association, sent, outcome=Outcome.DECLINED).state == State.CLOSED


@pytest.mark.parametrize(
    ("outcome", "verify_on"),
    [
        (Outcome.ENDED, None),
        (Outcome.ENDED, AT.date()),
        (Outcome.ENDED, AT.date() - DAY),
        (Outcome.PROTECTED, AT.date() + 7 * DAY),
    ],
)
def test_an_end_is_verified_later_and_nothing_else_is(orne, sent, outcome, verify_on):
    in_hand(orne.council, sent)
    with pytest.raises(WrongOutcome):
        act(services.close, orne.council, sent, outcome=outcome, verify_on=verify_on)
    sent.refresh_from_db()
    assert sent.state == State.IN_HAND


def test_an_ended_exploitation_is_verified_on_its_day_and_not_before(orne, sent):
    in_hand(orne.council, sent)
    due = AT.date() + 7 * DAY
    act(services.close, orne.council, sent, outcome=Outcome.ENDED, verify_on=due)
    with pytest.raises(TooEarly):
        act(services.verify, orne.council, sent, at=AT + 6 * DAY)
    verified = act(services.verify, orne.council, sent, at=AT + 7 * DAY)
    assert verified.verified_at == AT + 7 * DAY
    assert verified.state == State.CLOSED
    with pytest.raises(NotAllowed):
        act(services.verify, orne.council, sent, at=AT + 8 * DAY)


def test_what_is_closed_can_be_read_and_not_changed(orne, sent):
    in_hand(orne.council, sent)
    act(services.close, orne.council, sent, outcome=Outcome.PROTECTED)
    assert open_as(orne.council.reader, sent).content.narrative
    for service, more in [
        (services.acknowledge, {}),
        (services.take, {}),
        (services.assign, {"to": None}),
        (services.close, {"outcome": Outcome.NOT_FOUND}),
        (services.write_note, {"text": "trop tard"}),
        (services.write_message, {"text": "trop tard"}),
    ]:
        with pytest.raises(NotAllowed):
            act(service, orne.council, sent, **more)
