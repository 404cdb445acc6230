"""The same account again and again is noticed, whatever its digits and signs; short words never are."""

from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.repeats import ALLOWED, Repeats
from maillon.portals.public.gate.sources import ROTATES_IN

TEXT = "Texte inventé : chaque soir, une voiture s’arrête devant l’immeuble, et quelqu’un monte au troisième étage."


def test_a_text_that_comes_more_often_than_allowed_stands_out():
    repeats = Repeats(0.0)
    assert [repeats.seen(TEXT, 1.0) for _ in range(ALLOWED + 2)] == [False] * ALLOWED + [True] * 2


def test_digits_signs_case_and_spaces_hide_nothing():
    repeats = Repeats(0.0)
    told = [repeats.seen(f"{number} — {TEXT.upper()}\n\n!!{number}", 1.0) for number in range(ALLOWED + 1)]
    assert told[-1]


@given(st.text(max_size=59))
def test_short_words_are_no_repeat(text):
    repeats = Repeats(0.0)
    assert not any(repeats.seen(text, 1.0) for _ in range(5) if len(text.casefold()) < 60 and text.isascii())


def test_texts_are_forgotten_after_a_day_and_kept_within_their_room():
    repeats = Repeats(0.0, most=10)
    for number in range(50):
        repeats.seen(TEXT + "abcdefghij"[number % 10] * number, 1.0)
    assert len(repeats) == 10
    for _ in range(ALLOWED):
        repeats.seen(TEXT, 2.0)
    assert not repeats.seen(TEXT, ROTATES_IN)


def test_no_text_stands_in_the_memory():
    repeats = Repeats(0.0)
    repeats.seen(TEXT, 1.0)
    assert all(len(name) == 16 for name in repeats._seen)
