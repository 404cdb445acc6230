"""Sending a report: everything or nothing, and once however often it is asked for."""

import datetime as dt
import threading

import pytest
from django.db import connections, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from maillon.base.ids import new_id
from maillon.guidance.enums import AgeClass
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports import services
from maillon.reports.enums import State
from maillon.reports.models import Draft, Report, Transmission
from maillon.reports.proposals import propose
from maillon.reports.refusals import (
    DraftMovedOn,
    NoRecipient,
    NotAllowed,
    NotComplete,
    RequiredRecipient,
    UnknownRecipient,
)
from maillon.reports.services import storing
from maillon.vault.models import SealedItem
from maillon.vault.refusals import CannotOpen
from maillon.vault.services import open_own
from tests.reports.factories import (
    AT,
    adult_content,
    make_draft,
    make_orne,
    make_person,
    make_report,
    minor_content,
    transmission_to,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne(db):
    return make_orne()


def send(draft, person, chosen, *, version=None, at=AT):
    return services.submit(
        draft_id=draft.id,
        seen_version=draft.version if version is None else version,
        chosen=chosen,
        by=person.membership,
        keyring=person.keyring,
        at=at,
    )


def new_jobs():
    """The notices to organisations deferred from now on: emptying the tables between tests leaves the jobs."""
    known = list(ProcrastinateJob.objects.values_list("pk", flat=True))
    return ProcrastinateJob.objects.filter(task_name="reports.notify_organisation").exclude(pk__in=known)


def all_reachable(content, person):
    return frozenset(propose(content, person.membership, on=AT.date()).reachable())


def test_a_report_reaches_each_chosen_organisation_with_a_clock(orne):
    report = make_report(orne)
    for transmission in report.transmissions.all():
        assert transmission.state == State.SENT
        assert transmission.acknowledge_by == AT + dt.timedelta(hours=24)
        assert transmission.ground
        assert transmission.step_code


def test_the_council_has_the_laws_three_months_for_a_minor(orne):
    assert transmission_to(make_report(orne), orne.council).answer_by == dt.date(2027, 2, 23)


def test_both_sides_have_a_line_in_the_journal(orne):
    report = make_report(orne)
    lines = Line.objects.filter(subject_id=report.id, subject_kind="report")
    assert lines.filter(action=Action.REPORT_SUBMITTED).count() == 1
    transmitted = lines.filter(action=Action.TRANSMITTED)
    recipients = set(report.transmissions.values_list("recipient_id", flat=True))
    assert {line.recipient_organisation_id for line in transmitted} == recipients
    assert {line.organisation_id for line in transmitted} == {orne.firefighter.membership.organisation_id}
    assert all(line.reason for line in transmitted)


def test_the_draft_and_its_keys_are_gone(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    item = draft.item
    send(draft, orne.firefighter, all_reachable(content, orne.firefighter))
    assert not Draft.objects.exists()
    assert not SealedItem.objects.filter(pk=item.pk).exists()
    with pytest.raises(CannotOpen):
        open_own(item=item, keyring=orne.firefighter.keyring)


def test_sent_again_it_is_the_same_report(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter)
    first = send(draft, orne.firefighter, chosen)
    jobs = ProcrastinateJob.objects.count()
    lines = Line.objects.count()
    again = send(draft, orne.firefighter, chosen)
    assert again.number == first.number
    assert (Report.objects.count(), ProcrastinateJob.objects.count(), Line.objects.count()) == (1, jobs, lines)


def test_somebody_elses_draft_or_report_can_not_be_sent(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    colleague = make_person(orne.firefighter.membership.organisation)
    chosen = all_reachable(content, orne.firefighter)
    with pytest.raises(NotAllowed):
        send(draft, colleague, chosen)
    send(draft, orne.firefighter, chosen)
    with pytest.raises(NotAllowed):
        send(draft, colleague, chosen)


def test_a_draft_that_moved_on_is_not_sent_unseen(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    with pytest.raises(DraftMovedOn):
        send(draft, orne.firefighter, all_reachable(content, orne.firefighter), version=draft.version + 1)


def test_what_the_law_requires_is_not_left_out(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    required = propose(content, orne.firefighter.membership, on=AT.date()).required_ids()
    assert orne.council.organisation.id in required
    with pytest.raises(RequiredRecipient):
        send(draft, orne.firefighter, required - {orne.council.organisation.id})


def test_nobody_else_can_be_added(orne):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter) | {new_id()}
    with pytest.raises(UnknownRecipient):
        send(draft, orne.firefighter, chosen)


def test_a_report_to_nobody_is_no_report(orne):
    content = adult_content(orne.commune)
    author = make_person(orne.association.organisation)
    draft = make_draft(author, content)
    assert not propose(content, author.membership, on=AT.date()).required_ids()
    with pytest.raises(NoRecipient):
        send(draft, author, ())


@pytest.mark.parametrize("missing", [{"age": None}, {"commune": ""}, {"origin": None}, {"observed": None}])
def test_what_the_routing_needs_must_be_answered(orne, missing):
    chosen = all_reachable(minor_content(orne.commune), orne.firefighter)
    draft = make_draft(orne.firefighter, minor_content(orne.commune, **missing))
    with pytest.raises(NotComplete):
        send(draft, orne.firefighter, chosen)
    assert Draft.objects.filter(pk=draft.pk).exists()
    assert not Report.objects.exists()


def test_the_clear_fields_hold_codes_and_no_free_text(orne):
    content = minor_content(orne.commune, narrative="canari-récit", identity="canari-nom", age=AgeClass.UNDER_15)
    report = make_report(orne, content=content)
    clear = Report.objects.filter(pk=report.pk).values().get()
    assert "canari" not in repr(clear)
    assert report.facts["age"] == "under_15"


def test_the_number_of_queries_does_not_grow_with_the_answers(orne, django_assert_max_num_queries):
    content = minor_content(orne.commune, grave=True, signs=("a", "b", "c"), identity="x", narrative="y" * 4000)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter)
    with django_assert_max_num_queries(24):
        send(draft, orne.firefighter, chosen)


def test_a_crash_before_the_last_line_leaves_nothing_and_keeps_the_draft(orne, monkeypatch):
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter)
    before = (SealedItem.objects.count(), ProcrastinateJob.objects.count(), Line.objects.count())

    def crash(_entries):
        raise RuntimeError("the power fails here")

    with monkeypatch.context() as broken:
        broken.setattr(storing, "record_many", crash)
        with pytest.raises(RuntimeError):
            send(draft, orne.firefighter, chosen)
    assert not Report.objects.exists()
    assert not Transmission.objects.exists()
    assert (SealedItem.objects.count(), ProcrastinateJob.objects.count(), Line.objects.count()) == before
    kept = Draft.objects.get(pk=draft.pk)
    opened = services.open_draft(draft=kept, by=orne.firefighter.membership, keyring=orne.firefighter.keyring)
    assert opened == content
    assert send(kept, orne.firefighter, chosen).transmissions.count() == len(chosen)


@pytest.mark.django_db(transaction=True)
def test_a_job_waits_if_and_only_if_the_report_is_there():
    orne = make_orne()
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter)
    waiting = new_jobs()

    with transaction.atomic():
        send(draft, orne.firefighter, chosen)
        transaction.set_rollback(True)
    assert not waiting.exists()
    assert not Report.objects.exists()
    report = send(draft, orne.firefighter, chosen)
    assert {job.args["organisation_id"] for job in waiting} == {
        str(key) for key in report.transmissions.values_list("recipient_id", flat=True)
    }


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_once_are_one_report():
    orne = make_orne()
    content = minor_content(orne.commune)
    draft = make_draft(orne.firefighter, content)
    chosen = all_reachable(content, orne.firefighter)
    waiting = new_jobs()
    barrier, numbers, faults = threading.Barrier(2), [], []

    def tap():
        try:
            barrier.wait(timeout=10)
            numbers.append(send(draft, orne.firefighter, chosen).number)
        except Exception as fault:  # noqa: BLE001 - whatever goes wrong in a thread is what the test is about
            faults.append(fault)
        finally:
            connections.close_all()

    taps = [threading.Thread(target=tap) for _ in range(2)]
    for each in taps:
        each.start()
    for each in taps:
        each.join(timeout=30)
    assert faults == []
    assert len(numbers) == 2
    assert len(set(numbers)) == 1
    assert Report.objects.count() == 1
    assert Transmission.objects.count() == len(chosen)
    assert waiting.count() == len(chosen)
    assert Line.objects.filter(action=Action.REPORT_SUBMITTED).count() == 1
