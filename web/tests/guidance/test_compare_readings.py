"""Editing what a sign is worth shows for which signs the reading changes, old and new side by side."""

from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.compare_readings import compare_readings
from maillon.guidance.concern import concern
from maillon.guidance.enums import Concern
from maillon.guidance.rulebook import load
from maillon.guidance.side_by_side import render_reading
from tests.guidance.data import changed

BOOK = load()
STRONGER = changed("indicators", "sign", "short_visits", strength="strong")
CHANGES = compare_readings(BOOK.indicators, STRONGER.indicators)


def test_the_same_signs_read_the_same():
    same = changed("indicators", "sign", "short_visits", text="Autrement dit.")
    assert compare_readings(BOOK.indicators, same.indicators) == ()


def test_a_sign_made_stronger_is_enough_with_another_of_its_dimension_and_alone_for_a_minor():
    assert CHANGES
    assert all("short_visits" in one.signs and one.after is Concern.CONCERN for one in CHANGES)
    assert [one.signs for one in CHANGES if one.minor] == [("short_visits",)]
    with_another = next(one for one in CHANGES if "refuses_housekeeping" in one.signs)
    assert (with_another.before, with_another.minor) == (Concern.ATTENTIVE, False)


@given(seen=st.sets(st.sampled_from(tuple(BOOK.signs)), max_size=6), minor=st.booleans())
def test_every_set_whose_reading_changed_holds_one_that_is_shown(seen, minor):
    before, after = (
        concern([book.signs[code] for code in seen], book.indicators.combination, minor=minor)
        for book in (BOOK, STRONGER)
    )
    if before is not after:
        assert [one for one in CHANGES if one.minor is minor and seen.issuperset(one.signs)]


def test_it_is_told_in_two_columns():
    text = render_reading(next(one for one in CHANGES if one.minor), BOOK, STRONGER)
    assert "of a minor" in text
    assert "À garder en tête" in text
    assert "| De quoi s’inquiéter" in text
