"""Somebody with every right on the database but without the key: each change shows."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from maillon.journal.models import Chain, Line
from maillon.journal.rules import Trouble
from maillon.journal.selectors import findings, heads
from tests.journal.emptying import reopen_chains, triggers_off
from tests.journal.factories import write

pytestmark = [pytest.mark.django_db, pytest.mark.guardrail("G7")]


def troubles(marks=None):
    return {(found.chain, found.position, found.trouble) for found in findings(marks)}


def lines(chain=3):
    return Line.objects.filter(chain_id=chain)


def end_at(position, chain=3):
    """Deletes what follows, and moves the chain's end back as far as that goes without the key."""
    lines(chain).filter(position__gt=position).delete()
    last = lines(chain).filter(position=position).first()
    Chain.objects.filter(pk=chain).update(length=position, head=last.digest if last else b"")


def swap(one, other):
    lines().filter(position=one).update(position=0)
    lines().filter(position=other).update(position=one)
    lines().filter(position=0).update(position=other)


CASES = {
    "flipped": (lambda: lines().filter(position=4).update(reason="other"), {(3, 4, Trouble.ALTERED)}),
    "flipped in its details": (lambda: lines().filter(position=4).update(details={}), {(3, 4, Trouble.ALTERED)}),
    "dropped": (lambda: lines().filter(position=4).delete(), {(3, 4, Trouble.MISSING)}),
    "dropped at the start": (lambda: lines().filter(position__lte=2).delete(), {(3, 1, Trouble.MISSING)}),
    "dropped and closed up": (
        lambda: (lines().filter(position=7).delete(), lines().filter(position=8).update(position=7)),
        {(3, 7, Trouble.ALTERED), (3, 8, Trouble.CUT)},
    ),
    "reordered": (lambda: swap(3, 6), {(3, position, Trouble.ALTERED) for position in (3, 4, 6, 7)}),
    "truncated": (lambda: lines().filter(position__gt=5).delete(), {(3, 6, Trouble.CUT)}),
    "truncated with its end": (lambda: end_at(5), {(3, 5, Trouble.SEAL)}),
    "emptied with its end": (lambda: end_at(0), {(3, 0, Trouble.SEAL)}),
    "chain and lines gone": (
        lambda: (lines().delete(), Chain.objects.filter(pk=3).delete()),
        {(3, 0, Trouble.NO_CHAIN)},
    ),
    "moved to another chain": (
        lambda: lines().filter(position=8).update(chain_id=5, position=1),
        {(3, 8, Trouble.CUT), (5, 1, Trouble.ALTERED), (5, 1, Trouble.BEYOND)},
    ),
    "added at the end": (
        lambda: lines(9).filter(position=2).update(chain_id=3, position=9),
        {(9, 2, Trouble.CUT), (3, 9, Trouble.ALTERED), (3, 9, Trouble.BEYOND)},
    ),
    "end moved": (
        lambda: Chain.objects.filter(pk=3).update(head=b"x" * 32),
        {(3, 8, Trouble.HEAD), (3, 8, Trouble.SEAL)},
    ),
    "sealed otherwise": (lambda: Chain.objects.filter(pk=3).update(seal=b"x" * 32), {(3, 8, Trouble.SEAL)}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_verifier_names_what_was_done_and_where(case):
    tamper, expected = CASES[case]
    write(3, 8), write(9, 2)
    assert troubles() == set()
    with triggers_off():
        tamper()
    assert troubles() == expected


def test_a_chain_put_back_to_an_earlier_state_shows_only_against_an_anchor():
    write(3, 5)
    earlier = Chain.objects.get(pk=3)
    write(3, 4)
    anchor = {head.chain: head for head in heads()}
    with triggers_off():
        lines().filter(position__gt=5).delete()
        earlier.save()
    assert troubles() == set()
    assert troubles(anchor) == {(3, 6, Trouble.SHORTER)}


def test_a_history_rewritten_with_the_key_shows_only_against_an_anchor():
    write(3, 5)
    anchor = {head.chain: head for head in heads()}
    with triggers_off():
        lines().delete()
        Chain.objects.filter(pk=3).delete()
    reopen_chains()
    write(3, 7)
    assert troubles() == set()
    assert troubles(anchor) == {(3, 5, Trouble.REWRITTEN)}


def test_an_anchor_holds_while_the_journal_goes_on():
    write(3, 5)
    anchor = {head.chain: head for head in heads()}
    write(3, 2), write(11, 1)
    assert troubles(anchor) == set()


COLUMNS = {
    "id": st.uuids(),
    "at": st.timedeltas(timedelta(microseconds=1), timedelta(days=400)),
    "action": st.sampled_from(["opened", "closed", "signed_in", ""]),
    "member_id": st.none() | st.uuids(),
    "organisation_id": st.none() | st.uuids(),
    "subject_kind": st.sampled_from(["report ", "message", ""]),
    "subject_id": st.uuids(),
    "recipient_organisation_id": st.none() | st.uuids(),
    "reason": st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10),
    "details": st.dictionaries(st.sampled_from("abc"), st.integers() | st.booleans() | st.none()),
    "digest": st.binary(min_size=0, max_size=40),
}


@given(
    count=st.integers(1, 12),
    place=st.integers(0, 11),
    change=st.sampled_from(sorted(COLUMNS)).flatmap(lambda name: st.tuples(st.just(name), COLUMNS[name])),
)
@settings(max_examples=60, deadline=None)
def test_any_change_of_any_column_of_any_line_shows(count, place, change):
    column, value = change
    with transaction.atomic():
        line = write(7, count)[place % count]
        value = line.at + value if column == "at" else value
        assume(value != getattr(line, column))
        with triggers_off():
            Line.objects.filter(pk=line.pk).update(**{column: value})
        assert (7, line.position, Trouble.ALTERED) in troubles()
        transaction.set_rollback(True)


@given(count=st.integers(2, 15), order=st.randoms(use_true_random=False), dropped=st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_any_other_order_or_choice_of_the_same_lines_shows(count, order, dropped):
    """Whatever an attacker keeps, in whatever order, with the end set to fit: it is not the journal any more."""
    with transaction.atomic():
        written = write(7, count)
        kept = order.sample(written, max(count - dropped, 0))
        assume(kept != written)
        with triggers_off():
            lines(7).delete()
            for position, line in enumerate(kept, start=1):
                line.position = position
            Line.objects.bulk_create(kept)
            end_at(len(kept), chain=7)
        assert troubles()
        transaction.set_rollback(True)


@given(batches=st.lists(st.tuples(st.integers(0, 15), st.integers(1, 5)), max_size=12))
@settings(max_examples=30, deadline=None)
def test_whatever_is_written_the_usual_way_verifies(batches):
    with transaction.atomic():
        for chain, count in batches:
            write(chain, count)
        assert troubles() == set()
        assert sum(head.length for head in heads()) == sum(count for _, count in batches)
        transaction.set_rollback(True)


def test_a_forged_line_needs_the_key(settings):
    write(3, 2)
    [line] = write(3, 1)
    settings.JOURNAL_KEY = "another"
    assert (3, line.position, Trouble.ALTERED) in troubles()
