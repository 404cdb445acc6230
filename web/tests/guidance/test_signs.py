"""The data about signs: what each must say, and what is refused."""

import re

import pytest

from maillon.guidance import rulebook
from maillon.guidance.enums import Evidence, Scope, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.rulebook import build, load
from maillon.guidance.signs import FIRST_SCREEN
from tests.guidance.data import record, tables

SIGNS = load().signs.values()


@pytest.mark.parametrize("trade", Trade)
@pytest.mark.parametrize("minor", [False, True])
def test_every_trade_is_asked_something_of_everybody_the_first_twelve_in_its_own_order(trade, minor):
    asked = load().indicators.asked_of(trade, minor=minor)
    assert asked
    first = [code for code in load().indicators.first.get(trade, ()) if code in {sign.code for sign in asked}]
    assert [sign.code for sign in asked[: len(first)]] == first
    assert not [sign for sign in asked if sign.scope is (Scope.ADULT if minor else Scope.MINOR)]


@pytest.mark.guardrail("G1")
@pytest.mark.parametrize(
    "word", ["nationalité", "origine ethnique", "étrang", "sa tenue", "maquill", "apparence", "jupe"]
)
def test_neither_origin_nor_dress_nor_looks_are_signs(word):
    assert not [sign.code for sign in SIGNS if word in f"{sign.text} {sign.otherwise}".lower()]


def test_each_says_what_else_it_can_mean():
    for sign in SIGNS:
        assert re.search(r"[a-zé)]\.$", sign.otherwise), sign.code
        assert sign.otherwise != sign.text


def refused(change):
    written = tables()
    change(written)
    with pytest.raises(BrokenRulebook) as refusal:
        build(written, "test")
    return str(refusal.value)


def test_a_discarded_sign_that_somebody_is_asked_is_refused():
    assert "does not go" in refused(
        lambda all_: record(all_, "indicators", "sign", "ad_screening").update(trades=["police"])
    )
    assert "does not go" in refused(
        lambda all_: record(all_, "indicators", "sign", "ad_screening").update(strength="weak")
    )


def test_a_code_that_htcds_does_not_know_is_refused():
    change = {"htcds": ["vic_MethodsOfControl.Hypnosis"]}
    assert "Hypnosis" in refused(lambda all_: record(all_, "indicators", "sign", "watched").update(change))


def test_a_first_screen_holds_twelve_signs_of_its_trade():
    assert "has 12 signs" in refused(lambda all_: all_["indicators"]["first"]["police"].pop())
    assert "another trade" in refused(lambda all_: all_["indicators"]["first"].update(lodging=["papers_held"]))
    assert all(len(first) <= FIRST_SCREEN for first in load().indicators.first.values())


def test_nothing_is_never_enough():
    nothing = [{"strong": 0, "medium": 0, "weak": 0}]
    assert "nothing can't be enough" in refused(lambda all_: all_["indicators"]["combination"].update(enough=nothing))


def test_a_sign_seen_nowhere_is_refused():
    assert "nowhere" in refused(lambda all_: record(all_, "indicators", "sign", "watched").update(settings=[]))


def test_tested_signs_name_the_test():
    tested = [sign for sign in SIGNS if sign.evidence is not Evidence.EXPERT_LIST]
    assert {sign.sources for sign in tested} == {("lugo_2024",)}


def test_codes_of_another_standard_are_shown_to_nobody():
    from maillon.guidance.catalogue import SHOWN

    assert set(rulebook.FILES) - set(SHOWN) == {"htcds"}
