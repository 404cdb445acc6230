"""Whose lines these are, and what the person concerned can be told."""

from datetime import timedelta
from uuid import uuid4

import pytest

from maillon.journal.enums import ACCESSES, Action
from maillon.journal.selectors import accesses_about, findings, lines_of
from maillon.journal.services import record_many
from tests.journal.factories import AT, actor, entry, write

pytestmark = pytest.mark.django_db


def test_a_line_stands_in_the_journals_of_both_sides_newest_first():
    sender, recipient = actor(), uuid4()
    sent, later, other = record_many(
        [
            entry(by=sender, recipient_organisation_id=recipient),
            entry(by=sender, recipient_organisation_id=None, at=AT + timedelta(minutes=1)),
            entry(),
        ]
    )
    assert list(lines_of(sender.organisation_id)) == [later, sent]
    assert list(lines_of(recipient)) == [sent]
    assert other not in lines_of(sender.organisation_id)


@pytest.mark.guardrail("G7")
def test_g7_whoever_it_is_about_can_be_told_who_saw_what_and_who_received_it():
    report, item = uuid4(), uuid4()
    opened, sent, noted, elsewhere, part = record_many(
        [
            entry(action=Action.UNSEALED, subject_id=report, at=AT + timedelta(hours=1)),
            entry(action=Action.TRANSMITTED, subject_id=report),
            entry(action=Action.NOTE_WRITTEN, subject_id=report),
            entry(action=Action.UNSEALED),
            entry(action=Action.OPENED, subject_kind="report.account", subject_id=item, at=AT + timedelta(hours=2)),
        ]
    )
    assert list(accesses_about([report])) == [sent, opened]
    assert list(accesses_about([report, item])) == [sent, opened, part]
    assert list(accesses_about([report, item], "report.account")) == [part]
    assert not {noted, elsewhere} & set(accesses_about([report, item]))


def test_consulting_and_communicating_are_accesses_and_settling_in_is_not():
    assert {Action.UNSEALED, Action.OPENED, Action.TRANSFERRED, Action.SEALED} <= ACCESSES
    assert not {Action.SIGNED_IN, Action.KEY_ROTATED, Action.RESEALED} & ACCESSES


def test_verifying_reads_no_more_queries_for_more_lines(django_assert_num_queries):
    write(0, 5)
    # The heads; then a savepoint, a cursor and a release for each chain.
    with django_assert_num_queries(1 + 3 * 16):
        assert list(findings()) == []
    write(0, 500)
    with django_assert_num_queries(1 + 3 * 16):
        assert list(findings()) == []
