"""What the law says of minors is data with a source, and agrees with what the guidance says of the same texts."""

import datetime as dt

import pytest

from maillon.base.enums import Confidence
from maillon.guidance import rulebook
from maillon.protection.facts import fact, facts, read
from maillon.protection.messages import MESSAGES
from maillon.reports.rules import CONTENT_LIFE

ROW = {
    "code": "one",
    "article": "L1",
    "summary": "Une phrase.",
    "source": "inventée",
    "checked": dt.date(2026, 1, 1),
    "confidence": "verified",
    "until": dt.date(2027, 1, 1),
}


def test_each_fact_has_a_source_a_day_and_an_end() -> None:
    for one in facts().values():
        assert one.article
        assert one.summary
        assert one.source
        assert one.checked < one.until


def test_each_summary_can_be_translated() -> None:
    assert [one.summary for one in facts().values()] == list(MESSAGES)


def test_the_time_for_assessing_is_that_of_the_guidance() -> None:
    source = rulebook.load().sources["casf_d226_2_4"]
    one = fact("assessment")
    assert (one.value, one.unit) == (3, "months")
    assert (one.confidence, one.until) == (source.confidence, source.expires_on)


def test_the_time_for_keeping_is_that_of_reports() -> None:
    assert fact("active_base").months * 30 < CONTENT_LIFE.days <= fact("active_base").months * 31


def test_past_its_time_a_fact_is_to_be_confirmed() -> None:
    one = fact("assessment")
    assert not one.to_confirm(one.until)
    assert one.to_confirm(one.until + dt.timedelta(days=1))
    assert fact("archives").to_confirm(fact("archives").checked)
    assert fact("parents").confidence_on(fact("parents").checked) is Confidence.SECONDARY


def test_a_fact_without_a_length_gives_none() -> None:
    with pytest.raises(ValueError, match="no length"):
        _ = fact("parents").months


@pytest.mark.parametrize(
    "broken",
    [
        [{key: value for key, value in ROW.items() if key != "source"}],
        [ROW, ROW],
        [{**ROW, "confidence": "sure"}],
        [{**ROW, "value": 3}],
        [{**ROW, "value": 3, "unit": "moons"}],
        [{**ROW, "until": dt.date(2025, 1, 1)}],
        [{**ROW, "unknown": 1}],
    ],
)
def test_a_broken_file_is_refused(broken) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read({"fact": broken})
