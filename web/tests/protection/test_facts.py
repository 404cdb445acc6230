"""What the law says of minors is data with a source, and agrees with what the guidance says of the same texts."""

import datetime as dt

import pytest

from maillon.base.enums import Confidence
from maillon.guidance import rulebook
from maillon.guidance.dated import Unit
from maillon.guidance.errors import BrokenRulebook
from maillon.protection.facts import FACTS, fact
from maillon.protection.messages import MESSAGES
from maillon.reports.rules import CONTENT_LIFE


def test_each_summary_can_be_translated() -> None:
    assert [one.summary for one in FACTS.all.values()] == list(MESSAGES)


def test_each_fact_names_its_text() -> None:
    assert all(one.article for one in FACTS.all.values())


def test_the_time_for_assessing_is_that_of_the_guidance() -> None:
    source = rulebook.load().sources["casf_d226_2_4"]
    one = fact("assessment")
    assert (one.value, one.unit) == (3, Unit.MONTHS)
    assert (one.confidence, one.expires_on) == (source.confidence, source.expires_on)


def test_the_time_for_keeping_is_that_of_reports() -> None:
    assert FACTS.months("active_base") * 30 < CONTENT_LIFE.days <= FACTS.months("active_base") * 31


def test_past_its_time_a_fact_is_to_be_confirmed() -> None:
    one = fact("assessment")
    assert one.is_sure(one.expires_on - dt.timedelta(days=1))
    assert not one.is_sure(one.expires_on)
    assert not fact("archives").is_sure(fact("archives").checked_on)
    assert fact("parents").confidence_on(fact("parents").checked_on) is Confidence.SECONDARY


def test_a_fact_without_a_length_gives_none() -> None:
    with pytest.raises(BrokenRulebook, match="nothing"):
        FACTS.months("parents")
