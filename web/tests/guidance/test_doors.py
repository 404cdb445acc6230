"""Whoever answers the public door's questions is led to somebody who answers now."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.opening import Answering, opening
from maillon.guidance.doors import Age, Asked, Need, Whom, doors, every_question
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.rulebook import build, load
from tests.guidance.data import tables

BOOK = load()
CHECKED = max(contact.checked_on for contact in BOOK.contacts.values())
EXPIRED = min(contact.expires_on for contact in BOOK.contacts.values())
EVERY = list(every_question())
PLACES = ["", "61", "75"]
MOMENTS = st.datetimes(
    datetime.combine(CHECKED, datetime.min.time()),
    datetime.combine(EXPIRED - timedelta(days=1), datetime.min.time()),
    timezones=st.just(UTC),
)


def changed(file, kind, change):
    """The data with the first record of a file replaced in part."""
    written = tables()
    written[file][kind][0] |= change
    return written


def led_to(asked, on=CHECKED):
    return doors(asked, BOOK.doors, BOOK.contacts, on)


def codes(asked, on=CHECKED):
    return [door.contact.code for door in led_to(asked, on)]


def test_the_questions_have_every_combination_once():
    assert len(EVERY) == len(set(EVERY)) == len(Whom) * len(Age) * (len(Need) + 1)


@given(MOMENTS)
def test_at_any_hour_somebody_answers_whatever_was_asked(at):
    for asked in EVERY:
        states = [opening(door.contact.opening, at).answering for door in led_to(asked, at.date())]
        assert Answering.OPEN in states, asked


@pytest.mark.parametrize("asked", EVERY, ids=str)
def test_each_answer_names_few_contacts_each_once_with_its_reason(asked):
    found = led_to(asked)
    assert 1 <= len(found) <= 6
    assert len({door.contact.code for door in found}) == len(found)
    assert all(door.reason for door in found)


@pytest.mark.parametrize("asked", [one for one in EVERY if one.danger], ids=str)
def test_danger_gets_the_emergency_numbers_first_and_one_that_needs_no_voice(asked):
    assert codes(asked)[:4] == ["17", "114", "112", "15"]


@pytest.mark.parametrize("asked", [one for one in EVERY if one.age is Age.MINOR], ids=str)
def test_a_minor_or_perhaps_one_always_gets_119(asked):
    found = codes(asked)
    assert found[0] == "119" or (asked.danger and "119" in found)


@pytest.mark.parametrize("asked", EVERY, ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_a_place_adds_its_own_contacts_and_takes_none_away(asked, place):
    without = codes(asked)
    there = codes(replace(asked, departement=place))
    assert [code for code in there if code in without] == without
    assert all(BOOK.contacts[code].zone == ("61",) and place == "61" for code in set(there) - set(without))


def test_the_orne_has_contacts_of_its_own():
    asked = Asked(Whom.SELF, Age.ADULT, danger=False, need=Need.CARE, departement="61")
    assert "maison-femmes-61" in codes(asked)


@pytest.mark.parametrize("asked", EVERY, ids=str)
def test_what_nobody_checked_for_too_long_is_gone_but_for_emergency_numbers(asked):
    late = codes(asked, date.max)
    assert all(BOOK.contacts[code].emergency for code in late)
    assert bool(late) is asked.danger


@pytest.mark.parametrize("asked", EVERY, ids=str)
def test_the_order_is_that_of_the_rows(asked):
    fitting = [row.contact for row in BOOK.doors if row.fits(asked)]
    places = [fitting.index(code) for code in codes(asked)]
    assert all(one < other for one, other in pairwise(places))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"contact": "118"}, "unknown contact"),
        ({"age": ["old"]}, "can't be 'old'"),
        ({"reason": ""}, "must be a text"),
        ({"colour": "red"}, "means nothing here"),
    ],
)
def test_a_row_that_says_something_else_is_refused(change, complaint):
    with pytest.raises(BrokenRulebook, match=complaint):
        build(changed("doors", "door", change), "x")


def test_a_question_without_an_answer_is_refused():
    written = tables()
    written["doors"]["door"] = [row for row in written["doors"]["door"] if not row["danger"]]
    with pytest.raises(BrokenRulebook, match="leads nowhere"):
        build(written, "x")


@pytest.mark.parametrize("change", [{"opening": "toujours"}, {"on_bill": "non"}, {"zone": "61"}])
def test_a_contact_with_details_that_nobody_can_read_is_refused(change):
    with pytest.raises(BrokenRulebook):
        build(changed("contacts", "contact", change), "x")
