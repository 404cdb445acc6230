"""Codes: what they are made of, and how forgiving reading them is."""

import difflib
import secrets
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.speaking.code import WORDS, Code, NotACode, new_code, read_code
from maillon.speaking.words import folded, words

CODES = st.binary(min_size=10, max_size=10).map(Code)


@given(CODES)
def test_what_is_read_is_what_was_given(code):
    assert read_code(" ".join(code.words)) == code


@given(CODES, st.data())
def test_reading_forgives_case_accents_numbers_hyphens_and_cut_words(code, data):
    cut = data.draw(st.lists(st.booleans(), min_size=WORDS, max_size=WORDS))
    typed = [folded(word)[:4].upper() if short else word for word, short in zip(code.words, cut, strict=True)]
    numbered = [f"{place}. {word}" for place, word in enumerate(typed, 1)]
    for between in (" ", "-", "\n", ", ", " et "):
        assert read_code(f" {between.join(numbered)} ") == code


@given(CODES, CODES)
def test_two_codes_share_neither_locator_nor_key(one, other):
    assert (one == other) == (one.locator() == other.locator()) == (one.private_key() == other.private_key())
    assert one.locator() != one.private_key()
    assert len(one.locator()) == len(one.private_key()) == 32


@given(CODES)
def test_a_code_does_not_show_itself(code):
    assert not any(word in repr(code) for word in code.words)


def test_fresh_codes_use_every_word_and_differ():
    made = [new_code() for _ in range(2000)]
    assert len(set(made)) == 2000
    assert len(Counter(word for code in made for word in code.words[:-1])) > 2000


@given(CODES, st.integers(0, WORDS - 1), st.sampled_from(["zzzzzz", "xqwv", "Хлеб"]))
def test_a_word_of_no_list_is_named_with_its_place(code, place, wrong):
    typed = [*code.words]
    typed[place] = wrong
    with pytest.raises(NotACode) as refused:
        read_code(" ".join(typed))
    assert [(item.position, item.typed) for item in refused.value.unknown] == [(place + 1, wrong)]
    assert refused.value.count is None


@given(CODES, st.integers(0, WORDS - 1), st.integers(0, 4))
def test_a_slip_of_the_finger_brings_the_word_back_as_a_suggestion(code, place, at):
    typed = [*code.words]
    word = folded(typed[place])
    at = min(at, len(word) - 1)
    slipped = word[:at] + word[at] + word[at:]
    typed[place] = slipped
    with pytest.raises(NotACode) as refused:
        read_code(" ".join(typed))
    assert code.words[place] in refused.value.unknown[0].suggestions


@pytest.mark.parametrize(("number", "looked_up"), [(8, 3), (7, 3), (9, 3), (6, 0), (10, 0), (60, 0), (1, 0)])
def test_words_are_looked_up_for_what_is_nearly_a_code_and_for_a_few_of_them(monkeypatch, number, looked_up):
    asked = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda word, *_args, **_more: asked.append(word) or [])
    with pytest.raises(NotACode) as refused:
        read_code(" ".join(["zzzzzz"] * number))
    assert len(asked) == min(looked_up, number)
    assert len(refused.value.unknown) == min(number, 400 // 7 + 1)


@given(CODES, st.integers(0, 12).filter(lambda number: number != WORDS))
def test_a_wrong_number_of_words_is_counted(code, number):
    with pytest.raises(NotACode) as refused:
        read_code(" ".join((code.words * 2)[:number]))
    assert refused.value.count == number


@given(st.text(max_size=600))
def test_whatever_is_typed_is_read_or_refused(text):
    with suppress(NotACode):
        assert len(read_code(text).words) == WORDS


def test_the_check_finds_a_wrong_word_and_two_words_that_changed_places():
    """One word of the list for another: all but one in 256 are found; measured over every place."""
    tried = found = 0
    for _ in range(250):
        code = new_code()
        for place in range(WORDS):
            typed = [*code.words]
            typed[place] = secrets.choice([word for word in words()[:50] if word != typed[place]])
            tried, found = tried + 1, found + _is_found(typed)
    assert found / tried > 0.985
    swapped = [[*code.words[1::-1], *code.words[2:]] for code in (new_code() for _ in range(500))]
    assert sum(map(_is_found, swapped)) / 500 > 0.975


def _is_found(typed):
    try:
        read_code(" ".join(typed))
    except NotACode as refused:
        return not refused.unknown and refused.count is None
    return False
