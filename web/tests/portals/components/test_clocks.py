from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.components.clocks import read_clock
from tests.portals.components.rendering import draw

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SPANS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=400))
UNITS = {"jour": timedelta(days=1), "heure": timedelta(hours=1), "minute": timedelta(minutes=1)}


@pytest.mark.parametrize(
    ("span", "words", "tone"),
    [
        (timedelta(days=3, hours=23), "reste 3 jours", "calm"),
        (timedelta(hours=47), "reste 47 heures", "calm"),
        (timedelta(hours=23, minutes=59), "reste 23 heures", "soon"),
        (timedelta(hours=1), "reste 1 heure", "soon"),
        (timedelta(minutes=1), "reste 1 minute", "soon"),
        (timedelta(seconds=20), "à faire maintenant", "soon"),
        (timedelta(), "à faire maintenant", "soon"),
        (-timedelta(seconds=1), "en retard de 1 minute", "late"),
        (-timedelta(hours=3, minutes=10), "en retard de 3 heures", "late"),
        (-timedelta(days=4), "en retard de 4 jours", "late"),
    ],
)
def test_it_says_the_time_left_in_plain_words(span, words, tone):
    clock = read_clock(NOW + span, NOW)
    assert (clock.words, clock.tone) == (words, tone)


@given(SPANS)
def test_it_never_promises_more_time_than_there_is(span):
    words = read_clock(NOW + span, NOW).words
    if words != "à faire maintenant":
        count, unit = words.split()[1:]
        assert int(count) * UNITS[unit.rstrip("s")] <= span


@given(SPANS.filter(bool))
def test_whatever_is_past_its_date_is_late(span):
    clock = read_clock(NOW - span, NOW)
    assert clock.tone == "late"
    assert clock.words.startswith("en retard de ")


def test_the_exact_moment_stands_beside_the_words_for_machines():
    html = draw("{% clock due now %}", due=NOW + timedelta(hours=5), now=NOW)
    assert 'datetime="2026-11-23T18:00:00+01:00"' in html
    assert "reste 5 heures" in html


def test_without_a_due_date_nothing_is_said():
    assert draw("{% clock due %}", due=None) == ""


def test_the_words_follow_the_language_machinery():
    with translation.override("fr"):
        assert read_clock(NOW + timedelta(days=2), NOW).words == "reste 2 jours"
