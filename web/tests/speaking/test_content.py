"""What is told, as a value: it comes back whole, and is cautious where nothing was said."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.enums import AgeClass
from maillon.reports.content import Trace, TraceKind
from maillon.reports.enums import ObservedWhen, Origin
from maillon.speaking.content import ContactWish, Telling
from maillon.speaking.wishes import WISHES

WORDS = st.text(max_size=60)
TELLINGS = st.builds(
    Telling,
    for_self=st.booleans(),
    contact=st.builds(ContactWish, st.booleans(), st.sampled_from(["", "sms"]), WORDS, WORDS, WORDS, WORDS),
    recipients=st.lists(st.uuids(), max_size=3).map(tuple),
    wishes=st.lists(st.sampled_from([*WISHES]), unique=True).map(tuple),
    departement=st.sampled_from(["", "61", "2A"]),
)


@given(TELLINGS, WORDS, st.sampled_from([*AgeClass]), st.lists(WORDS, max_size=3))
def test_it_comes_back_as_it_was(telling, narrative, age, lines):
    traces = tuple(Trace(TraceKind.OTHER, line) for line in lines)
    told = telling.answering("3", narrative=narrative, age=age, traces=traces)
    assert Telling.from_bytes(told.to_bytes()) == told
    assert told.content.traces == traces
    assert ContactWish.from_bytes(told.contact.to_bytes()) == told.contact


@given(TELLINGS)
def test_what_was_not_said_is_read_with_caution(telling):
    content = telling.report_content()
    assert content.age is AgeClass.DOUBTFUL
    assert content.minor
    assert content.observed is ObservedWhen.EARLIER
    assert content.origin is (Origin.WITNESSED if telling.for_self else Origin.TOLD)
    assert not content.danger
    assert content.answered == ()


@given(TELLINGS, WORDS)
def test_wishes_and_a_withheld_place_are_told_in_her_account(telling, narrative):
    said = telling.answering("3", narrative=narrative).report_content().narrative
    assert said.startswith(narrative)
    assert all(str(WISHES[code]) in said for code in telling.wishes)
    assert ("seul le département" in said) == bool(telling.departement)


def test_nobody_may_contact_her_unless_she_says_so():
    assert Telling().contact == ContactWish(may_contact=False)


def test_an_answer_that_is_in_no_list_is_refused():
    with pytest.raises(ValueError, match="old"):
        Telling.from_bytes(Telling(answers={"age": "old"}).to_bytes())


def test_it_shows_nothing_of_itself():
    wish = ContactWish(may_contact=True, channel="sms", value="valeur", hours="heures", code_word="tulipe", neutral="n")
    told = Telling(contact=wish, recipients=(uuid.uuid4(),)).answering("3", narrative="portail")
    assert not any(word in repr(told) for word in ("valeur", "heures", "tulipe", "portail"))


def test_a_screen_seen_twice_is_remembered_once():
    assert Telling().answering("3").answering("4").answering("3").content.answered == ("3", "4")
