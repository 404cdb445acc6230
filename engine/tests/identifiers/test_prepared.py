"""The folded text and the way back from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.identifiers.prepared import Prepared


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Été à Alençon", "Ete a Alencon"),
        ("０６ ３９", "06 39"),
        ("٠٦ ٣٩", "06 39"),
        ("0️⃣6️⃣", "06"),
        ("⓪❻①", "061"),
        ("sœur", "soeur"),
        ("0\u200b6\u00a039", "06 39"),
        ("ОО-о", "OO-o"),
        ("l’été – “oui”", 'l\'ete - "oui"'),
        ("Москва", "Москва"),
        ("𝟎𝟔", "06"),
    ],
)
def test_folding(text, clean):
    assert Prepared(text).clean == clean


def test_the_span_of_keycaps_is_all_of_them():
    prepared = Prepared("tel 0️⃣6️⃣ merci")
    start = prepared.clean.index("06")
    first, last = prepared.span(start, start + 2)
    assert prepared.original[first:last] == "0️⃣6️⃣"
    assert prepared.steps(start, start + 2) == ("keycap",)


@given(st.text())
def test_every_position_leads_back_to_the_character_it_came_from(text):
    prepared = Prepared(text)
    assert len(prepared.folded) == len(prepared.clean) == len(prepared.letters)
    places = [prepared.position(index) for index in range(len(prepared.clean))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for index, place in enumerate(places):
        if text[place].isascii():
            assert prepared.clean[index] == text[place]


@given(st.text(alphabet="aé0٣６ œ½\u200b\ufe0f\u20e3ОдB", min_size=1))
def test_spans_are_in_range_and_never_empty(text):
    prepared = Prepared(text)
    for start in range(len(prepared.clean)):
        first, last = prepared.span(start, start + 1)
        assert 0 <= first < last <= len(text)
