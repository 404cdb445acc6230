"""Numbers of the law stand in a file, dated and with where they were read; nothing false in it goes unseen."""

import datetime as dt
from pathlib import Path

import pytest

from maillon.base.enums import Confidence
from maillon.exits import facts
from maillon.exits.facts import Unit
from maillon.guidance.errors import BrokenRulebook

ON = dt.date(2026, 11, 26)
GOOD = Path(facts.__file__).parent.joinpath("data", "facts.toml").read_text("utf-8")


def test_every_fact_says_where_it_was_read_and_until_when_it_is_believed() -> None:
    for one in facts.load().values():
        assert one.source
        assert one.checked_on < one.expires_on


def test_there_is_no_time_for_the_decision_of_the_prefet() -> None:
    assert not [code for code in facts.load() if "decision" in code or "decide" in code]


def test_an_expired_fact_and_an_unconfirmed_one_are_not_sure() -> None:
    period = facts.fact("path_period")
    assert period.is_sure(ON)
    assert not period.is_sure(period.expires_on)
    assert facts.fact("afis_month").confidence is Confidence.UNCONFIRMED
    assert not facts.fact("afis_month").is_sure(ON)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('value = "6"', 'value = "-6"', "above zero"),
        ('value = "6"', 'value = "NaN"', "above zero"),
        ('value = "6"', 'value = "six"', "must be a number"),
        ('value = "6"\n', "", "value is missing"),
        ('unit = "months"', 'unit = "weeks"', "unit can't be"),
        ("expires_on = 2027-05-23", "expires_on = 2026-11-23", "expires before"),
        ('code = "path_total"', 'code = "path_period"', "stands twice"),
        ('article = "CASF L121-9"', "article = 9", "must be a text"),
        ('article = "CASF L121-9"', 'article = ""\nartcle = "x"', "means nothing here"),
        ("[[fact]]", "[[fact", "facts"),
    ],
)
def test_a_broken_file_says_what_is_wrong(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(BrokenRulebook, match=said):
        facts.parse(GOOD.replace(old, new, 1))


def test_a_number_is_asked_for_in_its_unit() -> None:
    assert facts.number("approval_life", Unit.YEARS) == 3
    with pytest.raises(BrokenRulebook, match="counts years"):
        facts.months("approval_life")
