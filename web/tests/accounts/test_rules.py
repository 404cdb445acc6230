"""Codes copied by hand, safety numbers, names of browsers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.accounts import rules
from maillon.base.ids import ALPHABET

codes = st.text(alphabet=ALPHABET, min_size=20, max_size=20)


@given(codes)
def test_a_code_is_read_back_however_it_is_typed(code):
    shown = rules.grouped(code)
    assert len(shown) == 24
    for typed in (shown, shown.lower(), f"  {shown.replace('-', ' ')} ", shown.replace("0", "o").replace("1", "L")):
        assert rules.read_code(typed, 20) == code


@given(st.text(max_size=60))
def test_nothing_else_is_read_as_a_code(typed):
    read = rules.read_code(typed, 20)
    assert read is None or (len(read) == 20 and set(read) <= set(ALPHABET))


@pytest.mark.parametrize("typed", ["", "7K3F", "7K3F-9Q2M-41TD-W8ZR-7K3FF", "UUUU-UUUU-UUUU-UUUU-UUUU"])
def test_too_short_too_long_and_strange_letters_are_no_code(typed):
    assert rules.read_code(typed, 20) is None


def test_codes_hold_eighty_bits_or_more():
    assert 5 * rules.RECOVERY_CODE_LENGTH >= 80
    assert 5 * rules.INVITATION_CODE_LENGTH >= 80


def test_a_digest_serves_one_purpose_only():
    assert rules.digest_of("recovery", "A" * 16) != rules.digest_of("invitation", "A" * 16)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_a_safety_number_is_four_groups_of_five_and_tells_keys_apart(one, other):
    number = rules.safety_number(one)
    assert [len(group) for group in number.split()] == [5, 5, 5, 5]
    assert number.replace(" ", "").isdigit()
    assert (rules.safety_number(other) == number) == (one == other)


@pytest.mark.parametrize(
    "passphrase",
    ["aaaaaaaaaaaaaaaa", "Motdepasse2026!", "gendarmerie61000", "azertyuiop123", "121212121212", "MAILLON-maillon-9"],
)
def test_repetition_and_dressed_up_words_are_too_simple(passphrase):
    assert rules.is_too_simple(passphrase)


@pytest.mark.parametrize(
    "passphrase", ["sept girafes mangent du foin", "police verte et soleil gris", "Tr0mb0ne&calx-61"]
)
def test_a_few_unrelated_words_are_not(passphrase):
    assert not rules.is_too_simple(passphrase)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
        ("curl/8.1", ""),
        ("", ""),
    ],
)
def test_a_browser_is_named_in_two_words(agent, name):
    assert rules.browser_name(agent) == name
