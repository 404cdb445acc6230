"""Numbers of the law stand in a file; no decision of the préfet has a time there."""

import datetime as dt

import pytest

from maillon.base.enums import Confidence
from maillon.exits import facts
from maillon.guidance.dated import Unit
from maillon.guidance.errors import BrokenRulebook

ON = dt.date(2026, 11, 26)


def test_there_is_no_time_for_the_decision_of_the_prefet() -> None:
    assert not [code for code in facts.FACTS.all if "decision" in code or "decide" in code]


def test_every_fact_counts_something() -> None:
    assert all(one.value and one.unit for one in facts.FACTS.all.values())


def test_what_is_paid_is_not_sure_and_how_long_it_lasts_is() -> None:
    assert facts.fact("path_period").is_sure(ON)
    assert facts.fact("afis_month").confidence is Confidence.UNCONFIRMED
    assert not facts.fact("afis_month").is_sure(ON)


def test_a_number_is_asked_for_in_its_unit() -> None:
    assert facts.number("approval_life", Unit.YEARS) == 3
    with pytest.raises(BrokenRulebook, match="counts years"):
        facts.months("approval_life")
