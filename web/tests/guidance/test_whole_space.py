"""The invariants over every combination of facts: 6 635 520 situations, a quarter of them per age class."""

from dataclasses import fields, replace
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.classes import situations
from maillon.guidance.conditions import DOMAINS
from maillon.guidance.enums import AgeClass, Answer, Ground, Identity, ReporterStatus, Wish
from maillon.guidance.facts import Facts, Guidance
from maillon.guidance.rulebook import load
from maillon.guidance.rules import route
from tests.guidance import invariants
from tests.guidance.shapes import ON, Shape, breaches

anything = st.builds(Facts, **{fact: st.sampled_from(values) for fact, values in DOMAINS.items()})


def test_the_space_is_every_value_of_every_fact():
    assert list(DOMAINS) == [field.name for field in fields(Facts)]
    assert len(DOMAINS["statuses"]) == 2 ** len(ReporterStatus)
    assert prod(map(len, DOMAINS.values())) == 6_635_520


@pytest.mark.parametrize("age", AgeClass)
def test_every_situation(age):
    own = invariants.ADULTS if age is AgeClass.ADULT else invariants.MINORS
    count, found = breaches(load(), age, {**invariants.EVERYBODY, **own})
    assert found == {}
    assert count == 6_635_520 // 4


@given(anything, anything)
def test_an_answer_hangs_on_the_conditions_that_are_met_and_on_nothing_else(facts, other):
    """So it is enough to look at one situation of those that meet the same: `breaches` does."""
    book = load()
    mixed = [replace(facts, **{fact: getattr(other, fact)}) for fact in DOMAINS]
    for one in mixed:
        same = book.matcher.mask(one) == book.matcher.mask(facts)
        assert not same or route(one, book, ON) == route(facts, book, ON)


def test_nothing_a_minor_might_wish_or_agree_to_changes_the_answer():
    book, written = load(), None
    for _, facts in situations((book.matcher,)):
        # The same situations come once for each wish that the rules tell apart.
        written = written or facts.wish
        if not facts.minor or facts.wish is not written:
            continue
        answers = {route(replace(facts, wish=wish), book, ON).steps for wish in Wish}
        assert len(answers) == 1


def test_the_proof_would_notice():
    """Each invariant fails on some answer: none of them holds by being empty."""
    nothing = Shape.of(Guidance((), "x"))
    official = frozenset({ReporterStatus.PUBLIC_OFFICIAL})
    adult = Facts(AgeClass.ADULT, official, danger=True)
    child = Facts(AgeClass.UNDER_15, official)
    step = route(Facts(AgeClass.ADULT, official, wish=Wish.WANTS_HELP), load(), ON).transmissions()[0]
    wrong = Shape.of(
        Guidance(
            (
                replace(step, ground=Ground.CPP_40, identity=Identity.ALLOWED, identity_ground=Ground.CP_226_14_3),
                replace(step, ground=Ground.CASF_L226_4, optional=True),
            ),
            "x",
        )
    )
    refused = replace(adult, wish=Wish.REFUSES)
    fail = {
        name
        for named, cases in (
            (invariants.EVERYBODY, [(adult, nothing), (child, wrong), (adult, wrong)]),
            (invariants.MINORS, [(child, nothing), (child, wrong)]),
            (invariants.ADULTS, [(adult, wrong), (refused, wrong)]),
        )
        for name, holds in named.items()
        if not all(holds(*case) for case in cases)
    }
    must_step = replace(step, duty=step.duty.MUST, optional=True)
    if not invariants.EVERYBODY["a duty can't be unticked"](child, Shape.of(Guidance((must_step,), "x"))):
        fail.add("a duty can't be unticked")
    assert fail == {*invariants.EVERYBODY, *invariants.MINORS, *invariants.ADULTS}


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"couple_violence": False}, False),
        ({"mortal_danger": False}, False),
        ({"can_protect_herself": Answer.UNKNOWN}, False),
        ({"can_protect_herself": Answer.YES}, False),
        ({"statuses": frozenset({ReporterStatus.SECRECY_BOUND})}, False),
        ({"age": AgeClass.MINOR_15_17}, False),
    ],
)
def test_the_hold_needs_every_one_of_its_terms(change, holds):
    terms = Facts(
        AgeClass.ADULT,
        frozenset({ReporterStatus.HEALTH_PROFESSIONAL}),
        couple_violence=True,
        mortal_danger=True,
        can_protect_herself=Answer.NO,
    )
    steps = route(replace(terms, **change), load(), ON).steps
    assert any(step.ground is Ground.CP_226_14_3 for step in steps) is holds
