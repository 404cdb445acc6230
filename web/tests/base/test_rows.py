"""Rows that are written and read without the ORM's composition are what the ORM would write and read."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from maillon.base import rows
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports.models import GuidedStep, Report, Transmission
from maillon.speaking.models import Speaker
from maillon.vault.models import KeyPair, SealedItem
from tests.reports.factories import make_orne, make_report

AT = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


def pair(**values):
    given = {"id": uuid4(), "owner_kind": "code", "owner_id": uuid4(), "public_key": bytes(32), "created_at": AT}
    return KeyPair(**given | values)


def speaker(key_pair, **values):
    given = {"id": uuid4(), "locator": bytes(32), "language": "fr", "last_seen_on": AT.date()}
    return Speaker(key_pair=key_pair, **given | values)


@pytest.mark.parametrize("model", [Report, Transmission, SealedItem])
def test_what_is_inserted_reads_as_what_the_orm_stored(model):
    make_report(make_orne())
    stored = list(model.objects.order_by("pk").values())
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        kept = list(model.objects.order_by("pk"))
        cursor.execute("SET session_replication_role = replica")
        model.objects.all()._raw_delete("default")
        rows.insert(*kept)
        cursor.execute("SET session_replication_role = origin")
    assert list(model.objects.order_by("pk").values()) == stored


def test_rows_of_several_tables_may_refer_to_one_another_in_any_order():
    report = make_report(make_orne())
    report.steps.all().delete()
    steps = [GuidedStep(report=report, position=place, code=f"step-{place}") for place in range(3)]
    key_pair = pair()
    rows.insert(speaker(key_pair), *steps, key_pair)
    assert Speaker.objects.get().key_pair == key_pair
    assert [(step.position, step.code) for step in report.steps.order_by("position")] == [
        (0, "step-0"),
        (1, "step-1"),
        (2, "step-2"),
    ]


def test_one_statement_stores_all_or_nothing(django_assert_num_queries):
    first, second = pair(), pair()
    with django_assert_num_queries(1):
        rows.insert(first, second)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(pair(), pair(owner_id=first.owner_id))
    assert KeyPair.objects.count() == 2


def test_a_row_that_was_inserted_is_saved_as_one_that_is_there():
    stored = pair()
    rows.insert(stored)
    stored.retired_at = AT
    stored.save()
    assert KeyPair.objects.get().retired_at == AT


def test_what_is_too_long_is_refused_and_not_cut():
    with pytest.raises(DataError), transaction.atomic():
        rows.insert(pair(owner_kind="x" * 21))


def test_a_row_is_not_stored_beside_another_with_the_same_mark():
    first, second = pair(), pair()
    rows.insert(first, second)
    assert rows.insert_unless_there(speaker(first), unique="locator")
    assert not rows.insert_unless_there(speaker(second), unique="locator")
    assert Speaker.objects.get().key_pair == first


def test_what_is_read_is_what_the_orm_reads():
    make_report(make_orne())
    found = rows.read(Line, "action = %s ORDER BY id", [Action.REPORT_SUBMITTED.value])
    expected = list(Line.objects.filter(action=Action.REPORT_SUBMITTED).order_by("id"))
    assert [vars(line) | {"_state": None} for line in found] == [vars(line) | {"_state": None} for line in expected]
    assert rows.read(Line, "FALSE", []) == []


def items(number):
    return [
        SealedItem(id=uuid4(), kind=f"kind-{place}", subject_id=uuid4(), envelope=bytes([place]), created_at=AT)
        for place in range(number)
    ]


@pytest.mark.parametrize("number", [1, 2, 8, 9, 30])
def test_however_many_rows_there_are_each_is_stored_as_it_is(number, django_assert_num_queries):
    given = items(number)
    with django_assert_num_queries(1):
        rows.insert(*given)
    stored = SealedItem.objects.in_bulk()
    assert len(stored) == number
    assert all(stored[item.id].kind == item.kind and bytes(stored[item.id].envelope) == item.envelope for item in given)


@pytest.mark.parametrize("model", [Report, Transmission, GuidedStep, Line, KeyPair, Speaker])
def test_a_new_row_has_the_defaults_that_the_model_gives_it(model):
    given = {"pk": uuid4()} if model is not GuidedStep else {}
    expected = model(**given)
    made = rows.new(model, **({"id": given["pk"]} if given else {}))
    assert vars(made) | {"_state": None} == vars(expected) | {"_state": None}
    assert (made._state.adding, made._state.db) == (expected._state.adding, expected._state.db)


def test_defaults_that_are_made_are_made_for_each_row():
    first, second = rows.new(Line), rows.new(Line)
    assert first.details == {}
    assert first.details is not second.details


def test_a_new_row_has_no_column_that_the_model_has_not():
    with pytest.raises(TypeError, match="nothing"):
        rows.new(Line, nothing=1)


def test_what_is_inserted_together_is_stored_by_one_statement_and_not_before(django_assert_num_queries):
    key_pair = pair()
    with django_assert_num_queries(2), rows.together():
        rows.insert(key_pair)
        with rows.together():
            rows.insert(speaker(key_pair))
        assert not KeyPair.objects.exists()
    assert Speaker.objects.get().key_pair == key_pair
    assert not key_pair._state.adding


def test_what_waits_is_stored_when_a_statement_needs_it():
    with rows.together():
        rows.insert(pair())
        rows.store_waiting()
        assert KeyPair.objects.count() == 1
    assert KeyPair.objects.count() == 1


@rows.together()
def broken():
    rows.insert(pair())
    raise KeyError


def test_what_waits_is_forgotten_where_its_block_raises():
    with pytest.raises(KeyError):
        broken()
    with rows.together():
        pass
    assert not KeyPair.objects.exists()


def test_a_call_is_made_with_the_rows_that_wait(django_assert_num_queries):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY SEQUENCE called")
        cursor.execute("SELECT setval('called', 1)")
        with django_assert_num_queries(1), rows.together():
            rows.insert(*items(2))
            rows.call("setval('called', %s)", [7])
            rows.call("nextval('called')", [])
        with django_assert_num_queries(1):
            rows.call("nextval('called')", [])
        cursor.execute("SELECT currval('called')")
        assert cursor.fetchone() == (9,)
    assert SealedItem.objects.count() == 2
