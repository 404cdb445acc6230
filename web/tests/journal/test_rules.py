"""The byte form of a line, and anchors, without a database."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.journal import rules
from maillon.journal.anchors import NotAnAnchor, marks, statement
from maillon.journal.rules import Head, Record

KEY = b"key"
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
RECORD = Record(
    UUID(int=1), 3, 7, AT, "opened", UUID(int=2), None, "report", UUID(int=3), None, "", {"b": 1, "a": [None]}
)


def test_the_canonical_form_never_changes():
    """Every digest ever written depends on these bytes."""
    assert rules.canonical(RECORD) == (
        b'{"action":"opened","at":"2026-11-23T09:30:00.000000+00:00","chain":3,"details":{"a":[null],"b":1},'
        b'"id":"00000000-0000-0000-0000-000000000001","member":"00000000-0000-0000-0000-000000000002",'
        b'"organisation":null,"position":7,"reason":"","recipient":null,'
        b'"subject":"00000000-0000-0000-0000-000000000003","subject_kind":"report"}'
    )
    expected = "39758ab62e34970e9412c7f76458c17090ef77ae65e94558053f14495ae20b9b"
    assert rules.digest(KEY, rules.GENESIS, RECORD).hex() == expected


def test_every_field_counts():
    values = {field.name: getattr(RECORD, field.name) for field in fields(RECORD)}
    other = {"at": AT + timedelta(microseconds=1), "chain": 4, "position": 8, "details": {}}
    for name, value in values.items():
        changed = other.get(name) or (UUID(int=9) if isinstance(value, UUID | None) else "other")
        assert rules.canonical(replace(RECORD, **{name: changed})) != rules.canonical(RECORD), name


def test_the_same_moment_in_another_zone_is_the_same_line():
    elsewhere = replace(RECORD, at=AT.astimezone(timezone(timedelta(hours=5, minutes=30))))
    assert rules.canonical(elsewhere) == rules.canonical(RECORD)


HEADS = st.lists(
    st.builds(Head, st.integers(0, 15), st.integers(0, 10**9), st.binary(max_size=32), st.just(b"")),
    unique_by=lambda head: head.chain,
)


@given(HEADS)
def test_an_anchor_gives_back_what_it_states(heads):
    assert marks(KEY, statement(KEY, AT, heads)) == {head.chain: head for head in heads}


@given(HEADS, st.data())
def test_an_anchor_changed_anywhere_is_none(heads, data):
    text = statement(KEY, AT, heads)
    place = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from("0123456789abcdef"))
    changed = text[:place] + digit + text[place + 1 :]
    try:
        found = marks(KEY, changed)
    except NotAnAnchor:
        return
    # Spacing may change; what is stated may not.
    assert found == marks(KEY, text)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"mac": 3, "format": "maillon-journal-anchor/1"}'])
def test_other_texts_are_no_anchors(text):
    with pytest.raises(NotAnAnchor):
        marks(KEY, text)


def test_an_anchor_under_another_key_is_none():
    with pytest.raises(NotAnAnchor):
        marks(b"other", statement(KEY, AT, []))
