"""The list of words: nobody mixes two of them up, and none of them hurts."""

import hashlib
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from maillon.speaking.words import number_of, words
from scripts.spoken_words.__main__ import _is_left_out
from scripts.spoken_words.choosing import LETTERS, folded, start
from scripts.spoken_words.sounds import heard, neighbourhood

ROWS = [line.split("\t") for line in (files("maillon.speaking") / "data" / "words.tsv").read_text().splitlines()]


def test_the_list_never_changes():
    # Every code that somebody kept is made of these words in this order. From the first code of a real person on, a
    # change needs a second list beside this one, and codes that say which of the two made them: no other digest here.
    letters = "\n".join(map(folded, words())).encode()
    assert hashlib.sha256(letters).hexdigest() == "53709da9719c6f3dfda208c004933b2a585d8c93395acd21c2dd51e1e7f11706"


def test_there_are_as_many_as_eleven_bits_count():
    assert len(ROWS) == len(set(words())) == 2048
    assert [word for word, _ipa in ROWS] == list(words())


def test_each_is_written_plainly_and_differs_in_its_first_four_letters():
    assert all(LETTERS.fullmatch(word) for word in words())
    assert len({start(word) for word in words()}) == 2048


def test_no_two_sound_alike_and_two_sounds_at_least_lie_between_any_two():
    sounds = [heard(ipa) for _word, ipa in ROWS]
    assert len(set(sounds)) == 2048
    keys = [key for sound in sounds for key in neighbourhood(sound)]
    assert len(keys) == len(set(keys))


def test_none_is_among_those_left_out():
    assert not [word for word in words() if _is_left_out(word)]


@given(st.text("abcde", min_size=1, max_size=6), st.text("abcde", min_size=1, max_size=6))
def test_two_sounds_share_a_key_exactly_when_one_step_or_none_lies_between_them(one, other):
    assert bool(neighbourhood(one) & neighbourhood(other)) == (_distance(one, other) <= 1) or _distance(one, other) == 2


def test_a_word_is_found_by_itself_and_by_its_beginning_alone():
    for number, word in enumerate(words()):
        assert number_of(word.upper()) == number_of(folded(word)) == number_of(word[:4]) == number
    assert number_of(words()[0][:3]) is None
    assert number_of(words()[0] + "s") is None


def _distance(one, other):
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        row, last = [i], row
        for j, there in enumerate(other, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (char != there)))
    return row[-1]
