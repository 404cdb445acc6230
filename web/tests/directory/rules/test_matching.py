"""Which services are proposed, in which order, over services made up at random and one difference at a time."""

import datetime as dt
import random
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.rules.freshness import Standing, standing
from maillon.directory.rules.matching import judge, rank
from maillon.directory.rules.reasons import ReasonCode
from maillon.directory.rules.wanted import Answers, FreePlaces, Spot
from maillon.directory.rules.weighing import day_of
from tests.directory.rules.candidates import ALENCON, AT, DAY, FLERS, candidate, candidates, lists, wanted, wishes

LATER = DAY + dt.timedelta(days=60)


@given(lists, wishes, st.randoms(use_true_random=False))
def test_the_order_depends_neither_on_the_order_of_the_services_nor_on_anything_kept(found, wish, chance):
    before = rank(found, wish)
    mixed = list(found)
    chance.shuffle(mixed)
    assert rank(mixed, wish) == before


@given(lists, wishes)
def test_no_service_that_is_ruled_out_stands_above_one_that_is_not(found, wish):
    eligible = [match.eligible for match in rank(found, wish)]
    assert eligible == sorted(eligible, reverse=True)


@given(lists, wishes)
def test_exactly_what_neither_ended_nor_hides_is_shown(found, wish):
    on = day_of(wish.at)
    lives = {one.id for one in found if one.ended_on is None or one.ended_on > on}
    visible = {one.id for one in found if standing(one.due_on, on) is not Standing.HIDDEN}
    assert {match.candidate.id for match in rank(found, wish)} == lives & visible


@given(candidates, wishes)
def test_whatever_rules_out_is_said_and_nothing_is_said_twice(one, wish):
    match = judge(replace(one, due_on=LATER, ended_on=None), wish)
    said = {reason.code for reason in match.reasons_against}
    missing = bool(wish.needs) and not wish.needs & one.needs
    assert match.eligible == (not missing and not said & {ReasonCode.AGE_OUTSIDE, ReasonCode.EXCLUDES})
    codes = [reason.code for reason in match.reasons_for + match.reasons_against]
    assert len(codes) == len(set(codes))


@given(candidates, wishes)
def test_a_confidential_service_has_no_distance_even_if_somebody_kept_a_place(one, wish):
    match = judge(replace(one, is_confidential=True, due_on=LATER, ended_on=None), wish)
    assert match.km is None
    assert not {ReasonCode.NEAR, ReasonCode.FAR} & {reason.code for reason in match.reasons_for}
    assert (
        judge(replace(one, is_confidential=True, spots=(), due_on=LATER, ended_on=None), wish).key[0][4]
        == (match.key[0][4])
    )


NEAR, FAR = (Spot(ALENCON),), (Spot(FLERS),)
# What is better, what is worse, and what must be wanted for it to count.
PAIRS = {
    "more needs": ({"needs": frozenset({"shelter", "health"})}, {}, {"needs": frozenset({"shelter", "health"})}),
    "not stale": ({"spots": FAR}, {"due_on": DAY - dt.timedelta(days=1), "spots": NEAR}, {}),
    "an age that fits": ({"min_age": 18}, {}, {"age": 20}),
    "all minors rather than some": ({"max_age": 25}, {"min_age": 16}, {"minor": True}),
    "all adults rather than some": ({"min_age": 16}, {"max_age": 25}, {"minor": False}),
    "an age that may fit": ({"min_age": 16}, {"min_age": 18}, {"minor": True}),
    "a welcome": ({"welcomes": frozenset({"women"})}, {}, {"traits": frozenset({"women"})}),
    "unsaid rather than excluded": ({}, {"excludes": frozenset({"men"})}, {"traits": frozenset({"men"})}),
    "nearer": ({"spots": NEAR}, {"spots": FAR, "hours": "24/7"}, {}),
    "the nearest of its places": ({"spots": FAR + NEAR}, {"spots": FAR}, {}),
    "in the zone before far away": ({"is_confidential": True}, {"spots": FAR}, {}),
    "of the commune before of the country": ({"zone_kind": "communes"}, {"zone_kind": "country"}, {}),
    "open": ({"hours": "24/7"}, {"hours": "Mo-Fr 20:00-21:00"}, {}),
    "unknown hours before closed": ({}, {"hours": "Mo-Fr 20:00-21:00"}, {}),
    "open before fresh": ({"hours": "24/7", "due_on": DAY}, {}, {}),
    "fresh before due": ({}, {"due_on": DAY}, {}),
    "a free place": ({"capacity": FreePlaces(1)}, {}, {}),
    "unknown room before full": ({}, {"capacity": FreePlaces(0)}, {}),
    "her language": ({"languages": frozenset({"pt"})}, {}, {"languages": frozenset({"pt-br"})}),
    "unknown languages before others": ({}, {"languages": frozenset({"de"})}, {"languages": frozenset({"ar"})}),
    "accepts more": ({"answers": Answers(10, 9)}, {"answers": Answers(10, 6)}, {}),
    "nobody asked before seldom": ({}, {"answers": Answers(10, 1)}, {}),
    "answers sooner": ({"answers": Answers(10, 9, 1.0)}, {"answers": Answers(10, 9, 8.0)}, {}),
}


@pytest.mark.parametrize("name", PAIRS)
def test_one_difference_decides(name):
    better, worse, wish = PAIRS[name]
    # The worse one has the better name: only the difference can put it behind.
    first, second = candidate(id=UUID(int=2), name="B", **better), candidate(id=UUID(int=1), name="A", **worse)
    assert [match.candidate for match in rank([second, first], wanted(**wish))] == [first, second]


def test_level_services_stand_by_name_without_accents_then_by_key():
    names = [
        candidate(id=UUID(int=number), name=name) for number, name in enumerate(["Foyer", "Écoute", "abri", "Abri"])
    ]
    assert [match.candidate.id.int for match in rank(names, wanted())] == [2, 3, 1, 0]


def test_two_refusals_say_nothing_yet():
    asked = judge(candidate(answers=Answers(2, 0, 20.0)), wanted())
    assert asked.key == judge(candidate(), wanted()).key
    assert asked.reasons_against == judge(candidate(), wanted()).reasons_against


def test_every_reason_has_its_numbers():
    one = candidate(
        needs=frozenset({"shelter", "health"}), spots=FAR, hours="24/7", capacity=FreePlaces(2, 9), min_age=18,
        answers=Answers(4, 3, 1.6), due_on=DAY + dt.timedelta(days=30),
    )  # fmt: skip
    match = judge(one, wanted(age=17, needs=frozenset({"shelter", "legal"})))
    said = {reason.code: (reason.terms, reason.number, reason.of) for reason in match.reasons_for}
    assert said == {
        ReasonCode.COVERS: (("shelter",), 1, 2),
        ReasonCode.OPEN: ((), None, None),
        ReasonCode.FRESH: ((), 30, None),
        ReasonCode.FREE: ((), 2, 9),
        ReasonCode.ACCEPTS: ((), 3, 4),
        ReasonCode.QUICK: ((), 2, None),
    }
    against = {reason.code: (reason.terms, reason.number, reason.of) for reason in match.reasons_against}
    assert against == {
        ReasonCode.MISSES: (("legal",), None, None),
        ReasonCode.AGE_OUTSIDE: ((), 18, None),
        ReasonCode.FAR: ((), 60, None),
    }


def test_the_day_is_that_of_france():
    # Half past eleven at night on the eve, in UTC: in France the due day has begun, and the one before it is over.
    eve = dt.datetime(2026, 11, 25, 23, 30, tzinfo=dt.UTC)
    stale = judge(candidate(due_on=eve.date()), wanted(at=eve))
    assert [reason.number for reason in stale.reasons_against if reason.code is ReasonCode.STALE] == [1]
    assert day_of(AT) == DAY


def test_a_random_thousand_is_judged_alike_twice():
    chance = random.Random(6)
    many = [
        candidate(
            id=UUID(int=chance.getrandbits(128)),
            min_age=chance.choice([None, 12, 18, 25]),
            spots=chance.choice([NEAR, FAR, ()]),
        )
        for _ in range(1000)
    ]
    assert rank(many, wanted(age=15), limit=30) == rank(many[::-1], wanted(age=15))[:30]
