"""What the masks hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.dossier.masking import HIDDEN_KINDS, Span, masked_text, masked_value, names_in
from maillon_engine.dossier.quoting import around, pieces


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("phone", "+33639980042", "+3••••••••42"),
        ("email", "camille.b@exemple.invalid", "ca•••••.b@•••"),
        ("handle", "instagram:camille_61", "instagram:ca••••••61"),
        ("name", "Zoé", "•••"),
        ("price", "150 EUR", "150 EUR"),
    ],
)
def test_values(kind, value, expected):
    assert masked_value(kind, value) == expected


def test_long_numbers_are_hidden_whatever_they_are():
    hidden = masked_text("le 06 39.98-00/42 ou 150 € en 2026", ())
    assert hidden == "le •• ••••••••••• ou 150 € en 2026"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 20), st.sampled_from(sorted(HIDDEN_KINDS)))),
)
def test_a_masked_text_keeps_its_length_and_none_of_what_is_hidden(text, found):
    spans = [Span(start, start + length, kind) for start, length, kind in found]
    hidden = masked_text(text, spans)
    assert len(hidden) == len(text)
    for span in spans:
        assert all(char == "•" or char.isspace() for char in hidden[span.start : span.end])


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(-3, 210), st.integers(0, 40))))
def test_pieces_are_the_text(text, found):
    spans = [Span(start, start + length, "phone") for start, length in found]
    assert "".join(piece.text for piece in pieces(text, spans)) == text
    around(text, spans)


def test_names_come_from_the_slots_of_names_alone():
    parts = [{"slot": "name", "values": ["Manon"]}, {"slot": "place", "values": ["Caen"]}]
    assert names_in([parts]) == {"Manon"}
    assert masked_text("Manon et MANON à Caen, manonnette", (), {"Manon"}) == "••••• et ••••• à Caen, manonnette"
