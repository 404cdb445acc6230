"""Opening hours in French words, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.opening import check_hours
from maillon.portals.components.hours import from_french, in_french

DAYS = st.sampled_from(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "Mo-Fr", "Tu-Th", "Mo,We", "Sa,Su"])
TIMES = st.sampled_from(["09:00-17:00", "08:30-12:00,14:00-18:00", "off", "21:00-02:00"])
RULES = st.lists(st.tuples(DAYS, TIMES).map(" ".join), min_size=1, max_size=4).map("; ".join)


@given(RULES | st.just("24/7"))
def test_what_is_shown_in_french_is_read_as_what_was_meant(hours):
    shown = in_french(hours)
    assert not {"Mo", "Tu", "PH", "off"} & set(shown.replace("-", " ").replace(",", " ").split())
    assert from_french(shown) == hours
    assert from_french(hours) == hours


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("du lundi au vendredi de 9h à 17h", "Mo-Fr 09:00-17:00"),
        ("lu-ve 9h-12h30, 14h-17h; sa 9:00-12:00", "Mo-Fr 09:00-12:30, 14:00-17:00; Sa 09:00-12:00"),
        ("Lundi, jeudi 10 h - 12 h", "Mo, Th 10:00-12:00"),
        ("à toute heure", "24/7"),
        ("du lundi au vendredi de 9h à 17h ; fermé les jours fériés", "Mo-Fr 09:00-17:00; PH off"),
        ("mars-juin lundi 10:00-12:00", "Mar-Jun Mo 10:00-12:00"),
    ],
)
def test_people_write_hours_as_they_speak(typed, meant):
    assert from_french(typed) == meant


@pytest.mark.parametrize("typed", ["le matin", "sur rendez-vous", "25h-26h", "marche"])
def test_what_is_no_hours_is_refused(typed):
    with pytest.raises(ValueError, match="not opening hours"):
        from_french(typed)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(typed):
    try:
        check_hours(from_french(typed))
    except ValueError:
        return
