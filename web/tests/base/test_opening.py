"""Opening hours are read as they hold in Paris, public holidays included, and never guessed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.opening import PARIS, Answering, Opening, check_hours, opening

OFFICE = "Mo-Fr 09:00-16:30; PH unknown"


@pytest.mark.parametrize(
    ("at", "answering"),
    [
        (datetime(2026, 11, 26, 9, 0, tzinfo=PARIS), Answering.OPEN),
        (datetime(2026, 11, 26, 16, 30, tzinfo=PARIS), Answering.CLOSED),
        (datetime(2026, 11, 28, 10, 0, tzinfo=PARIS), Answering.CLOSED),
        # Ten o'clock in winter and in summer, told by another clock than that of Paris.
        (datetime(2026, 11, 26, 8, 30, tzinfo=UTC), Answering.OPEN),
        (datetime(2026, 7, 23, 7, 30, tzinfo=UTC), Answering.OPEN),
        (datetime(2026, 11, 26, 16, 0, tzinfo=UTC), Answering.CLOSED),
    ],
)
def test_hours_are_those_of_paris(at, answering):
    assert opening(OFFICE, at).answering is answering


# Christmas, Ascension Day and the fourteenth of July, all on working days.
@pytest.mark.parametrize("day", [(2026, 12, 25), (2027, 5, 6), (2026, 7, 14)])
def test_french_public_holidays_are_known(day):
    at = datetime(*day, 10, tzinfo=PARIS)
    assert opening(OFFICE, at).answering is Answering.UNKNOWN
    assert opening("Mo-Fr 09:00-16:30; PH off", at).answering is Answering.CLOSED


def test_it_says_when_the_answer_changes():
    found = opening(OFFICE, datetime(2026, 11, 27, 20, tzinfo=PARIS))
    assert found == Opening(Answering.CLOSED, datetime(2026, 11, 30, 9, tzinfo=PARIS))
    assert opening("24/7", datetime(2026, 11, 27, 20, tzinfo=PARIS)).until is None


def test_hours_that_nobody_verified_are_unknown():
    assert opening("", datetime(2026, 11, 27, 20, tzinfo=PARIS)) == Opening(Answering.UNKNOWN)


@pytest.mark.parametrize("written", ["tous les jours", "Mo-Fr 9h-17h", "Xx 09:00-10:00"])
def test_what_is_not_opening_hours_is_refused(written):
    with pytest.raises(ValueError, match="not opening hours"):
        check_hours(written)


@given(st.integers(0, 5 * 365 * 24 * 60))
def test_a_change_lies_ahead_and_changes_the_answer(minutes):
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = opening(OFFICE, at)
    assert found.until is not None
    assert found.until > at
    assert opening(OFFICE, found.until).answering is not found.answering
