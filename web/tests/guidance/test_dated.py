"""A dated fact says where it was read and until when it is believed; nothing false in a file goes unseen."""

import datetime as dt
from decimal import Decimal

import pytest

from maillon.base.enums import Confidence
from maillon.guidance.dated import Facts, as_fact, parse
from maillon.guidance.errors import BrokenRulebook

GOOD = """
[[fact]]
code = "period"
value = "6"
unit = "months"
article = "L1"
source = "invented"
confidence = "secondary"
checked_on = 2026-11-23
expires_on = 2027-05-23

[[fact]]
code = "amount"
value = "343.20"
unit = "euros"
article = ""
source = "invented"
confidence = "unconfirmed"
checked_on = 2026-11-23
expires_on = 2027-05-23

[[fact]]
code = "sentence"
summary = "Une phrase."
article = "L2"
source = "invented"
confidence = "verified"
checked_on = 2026-11-23
expires_on = 2027-05-23
"""
LAST = dt.date(2027, 5, 22)
OVER = dt.date(2027, 5, 23)


@pytest.fixture
def facts(tmp_path):
    file = tmp_path / "facts.toml"
    file.write_text(GOOD, encoding="utf-8")
    return Facts(file)


def test_a_fact_is_read_with_its_unit(facts) -> None:
    assert facts.months("period") == 6
    assert facts["amount"].value == Decimal("343.20")
    assert facts["sentence"].summary == "Une phrase."
    assert list(facts.all) == ["period", "amount", "sentence"]


@pytest.mark.parametrize("code", ["amount", "sentence"])
def test_a_number_of_another_unit_is_refused(facts, code) -> None:
    with pytest.raises(BrokenRulebook, match="not days"):
        facts.days(code)


def test_what_is_believed_ends_with_its_time(facts) -> None:
    period, amount, sentence = facts.all.values()
    assert (period.is_sure(LAST), amount.is_sure(LAST), sentence.is_sure(LAST)) == (True, False, True)
    assert (period.is_verified(LAST), sentence.is_verified(LAST)) == (False, True)
    assert not any(one.is_sure(OVER) or one.is_verified(OVER) for one in facts.all.values())
    assert sentence.confidence_on(OVER) is Confidence.UNCONFIRMED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('value = "6"', 'value = "-6"', "above zero"),
        ('value = "6"', 'value = "NaN"', "above zero"),
        ('value = "6"', 'value = "six"', "must be a number"),
        ('value = "6"', "value = [6]", "must be a number"),
        ('value = "6"\n', "", "go together"),
        ('unit = "months"\n', "", "go together"),
        ('unit = "months"', 'unit = "weeks"', "unit can't be"),
        ("expires_on = 2027-05-23", "expires_on = 2026-11-23", "expires before"),
        ('code = "amount"', 'code = "period"', "stands twice"),
        ('article = "L1"', "article = 9", "must be a text"),
        ('article = "L1"', 'article = ""\nartcle = "x"', "means nothing here"),
        ('source = "invented"\n', "", "source is missing"),
        ('confidence = "secondary"', 'confidence = "sure"', "can't be"),
        ("[[fact]]", "[[fact", "facts"),
    ],
)
def test_a_broken_file_says_what_is_wrong(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(BrokenRulebook, match=said):
        parse(GOOD.replace(old, new, 1), "fact", as_fact)
