from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.conditions import DOMAINS, STATUS_KEYS, Matcher, parse_condition
from maillon.guidance.enums import AgeClass, PlaceKind, ReporterStatus
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.facts import Facts
from maillon.guidance.rulebook import load

anything = st.builds(Facts, **{fact: st.sampled_from(values) for fact, values in DOMAINS.items()})


def clauses():
    facts = {fact: values for fact, values in DOMAINS.items() if fact != "statuses"}
    facts |= dict.fromkeys(STATUS_KEYS, tuple(ReporterStatus)) | {"minor": (True, False)}
    some = {key: st.lists(st.sampled_from(values), min_size=1, max_size=3) for key, values in facts.items()}
    return st.fixed_dictionaries({}, optional=some).filter(bool)


@given(st.lists(clauses(), min_size=1, max_size=5), anything)
def test_the_fast_way_gives_the_plain_reading(written, facts):
    conditions = tuple(parse_condition(item, "here") for item in written)
    mask = Matcher(conditions).mask(facts)
    assert [bool(mask >> bit & 1) for bit in range(len(conditions))] == [item.holds(facts) for item in conditions]


@given(anything)
def test_the_rules_of_the_data_are_read_plainly_too(facts):
    book = load()
    mask = book.matcher.mask(facts)
    for row, bits in book.row_bits:
        assert bool(mask & bits) is any(condition.holds(facts) for condition in row.when)


def facts(**values):
    return Facts(**{"age": AgeClass.ADULT, "statuses": frozenset(), **values})


BOTH = frozenset({ReporterStatus.PUBLIC_OFFICIAL, ReporterStatus.SECRECY_BOUND})


@pytest.mark.parametrize(
    ("written", "situation", "holds"),
    [
        ({"minor": True}, facts(age=AgeClass.DOUBTFUL), True),
        ({"minor": True}, facts(), False),
        ({"place": ["home", "street"]}, facts(place=PlaceKind.HOME), True),
        ({"place": ["home", "street"]}, facts(place=PlaceKind.OTHER), False),
        ({"status_any": ["lodging", "secrecy_bound"]}, facts(statuses=BOTH), True),
        ({"status_all": ["lodging", "secrecy_bound"]}, facts(statuses=BOTH), False),
        ({"status_all": ["public_official", "secrecy_bound"]}, facts(statuses=BOTH), True),
        ({"status_none": ["lodging"]}, facts(statuses=BOTH), True),
        ({"status_none": ["secrecy_bound"]}, facts(statuses=BOTH), False),
        ({"danger": True, "minor": False}, facts(danger=True), True),
        ({"danger": True, "minor": False}, facts(), False),
    ],
)
def test_what_conditions_mean(written, situation, holds):
    assert parse_condition(written, "here").holds(situation) is holds


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({}, "names no fact"),
        ({"nationality": "x"}, "nationality is not a fact"),
        ({"statuses": ["lodging"]}, "statuses is not a fact"),
        ({"age": "old"}, "age can't be 'old'"),
        ({"age": []}, "age lists no value"),
        ({"danger": 1}, "danger can't be 1"),
        ({"danger": "yes"}, "danger can't be 'yes'"),
        ({"offence": {"__class__": "x"}}, "offence can't be"),
    ],
)
def test_what_is_not_a_condition_is_refused(written, said):
    with pytest.raises(BrokenRulebook, match=f"here: .*{said}" if said else "here"):
        parse_condition(written, "here")


def test_every_fact_has_its_values_in_order():
    assert list(DOMAINS) == [field.name for field in fields(Facts)]
