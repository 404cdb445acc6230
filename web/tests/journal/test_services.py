"""Appending lines, and what the database refuses afterwards."""

from datetime import datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from maillon.journal import rules
from maillon.journal.enums import Action
from maillon.journal.models import Chain, Line
from maillon.journal.selectors import findings, heads
from maillon.journal.services import record, record_many
from tests.journal.factories import AT, actor, entry

pytestmark = pytest.mark.django_db


def test_an_untouched_journal_is_whole():
    assert [head.length for head in heads()] == [0] * rules.CHAINS
    assert list(findings()) == []


def test_a_line_keeps_all_that_was_said():
    by, subject, recipient = actor(), uuid4(), uuid4()
    line = record(
        by=by,
        at=AT,
        action=Action.TRANSMITTED,
        subject_kind="report",
        subject_id=subject,
        recipient_organisation_id=recipient,
        reason="cpp_40",
        details={"items": [str(subject)], "count": 3},
    )
    stored = Line.objects.get(pk=line.pk)
    assert (stored.member_id, stored.organisation_id) == (by.member_id, by.organisation_id)
    assert (stored.subject_kind, stored.subject_id, stored.recipient_organisation_id) == ("report", subject, recipient)
    assert (stored.reason, stored.details, stored.at) == ("cpp_40", {"items": [str(subject)], "count": 3}, AT)
    assert list(findings()) == []


def test_several_lines_take_one_chain_and_three_queries(django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(3):
        lines = record_many([entry() for _ in range(20)])
    assert {line.chain_id for line in lines} == {lines[0].chain_id}
    assert [line.position for line in lines] == list(range(1, 21))
    assert list(findings()) == []


def test_recording_nothing_touches_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert record_many([]) == []


def test_a_rolled_back_transaction_leaves_no_line():
    with transaction.atomic():
        record(by=None, at=AT, action=Action.CLOSED, subject_kind="report", subject_id=uuid4())
        transaction.set_rollback(True)
    assert not Line.objects.exists()
    assert list(findings()) == []


@pytest.mark.parametrize("details", [{"share": 0.5}, {"deep": [{"x": 1e22}]}, {"when": AT}, {"odd": float("nan")}])
def test_details_that_would_not_come_back_the_same_are_refused(details):
    with pytest.raises((TypeError, ValueError)):
        record_many([entry(details=details)])


@pytest.mark.parametrize("details", [{1: "x", "10": [True, None]}, {"é": "’\u2028😀"}, {"t": (1, 2)}, {"n": 10**40}])
def test_unusual_details_still_verify(details):
    record_many([entry(details=details)])
    assert list(findings()) == []


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"):
        record_many([entry(at=datetime(2026, 1, 1))])  # noqa: DTZ001 - the point of the test


def test_an_unknown_action_is_refused():
    with pytest.raises(ValueError, match="made_up"):
        record_many([entry(action="made_up")])


FORBIDDEN = [
    "UPDATE journal_line SET reason = 'other'",
    "UPDATE journal_line SET reason = 'other' WHERE false",
    "DELETE FROM journal_line",
    "TRUNCATE journal_line",
    "TRUNCATE journal_chain CASCADE",
    "DELETE FROM journal_chain WHERE length = 0",
    "INSERT INTO journal_chain (id, length, head, seal) VALUES (16, 0, '', '')",
    "UPDATE journal_chain SET length = 0, head = ''",
    "UPDATE journal_chain SET length = length + 1",
    "UPDATE journal_chain SET seal = ''",
    "UPDATE journal_chain SET id = 99 WHERE length = 0",
]


@pytest.mark.guardrail("G7")
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_refuses_to_change_what_is_written(statement):
    record_many([entry(), entry()])
    with connection.cursor() as cursor:
        # A table with checks still to come can't be truncated anyway: the trigger has to be what refuses.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="journal"), transaction.atomic():
            cursor.execute(statement)
    assert Line.objects.count() == 2
    assert list(findings()) == []


@pytest.mark.guardrail("G7")
@pytest.mark.parametrize(("step", "head"), [(2, b"d" * 32), (1, b"e" * 32)], ids=["over a gap", "to another head"])
def test_a_chain_moves_only_over_lines_to_the_last_of_them(step, head):
    [line] = record_many([entry()])
    chain = Chain.objects.filter(pk=line.chain_id)
    line.id, line.position, line.digest = uuid4(), line.position + step, b"d" * 32
    line.save(force_insert=True)
    with pytest.raises(IntegrityError, match="chain"), transaction.atomic():
        chain.update(length=line.position, head=head)


def test_a_chain_never_forks():
    [line] = record_many([entry()])
    line.id = uuid4()
    with pytest.raises(IntegrityError, match="one_line_per_position"), transaction.atomic():
        line.save(force_insert=True)
