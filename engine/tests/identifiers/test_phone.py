"""Telephone numbers as people write and hide them, on generated cases."""

import hiding
import pytest
import written_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.identifiers.registry import extract


def numbers(text: str, region: str = "FR") -> list[str]:
    return [item.value for item in extract(text, region=region) if item.kind == "phone"]


def test_hidden_french_numbers_are_found():
    right, wrong, missed = 0, 0, 0
    for seed in range(50_000, 50_000 + 20 * len(hiding.FRENCH)):
        _, text, value = hiding.french_case(seed)
        found = numbers(text)
        right += value in found
        missed += value not in found
        wrong += sum(one != value for one in found)
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.95


@pytest.mark.parametrize(
    "kind", ["keycaps", "other digits", "interleaved", "prefix", "separated", "invisible", "plain", "darija"]
)
def test_kinds_without_a_miss(kind):
    place = list(hiding.FRENCH).index(kind)
    for turn in range(40):
        _, text, value = hiding.french_case(70_000 * len(hiding.FRENCH) + turn * len(hiding.FRENCH) + place)
        assert numbers(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Loyer 450 € le 12/03/2026 de 14h30 à 19h, 61000 Alençon",
        "SIRET 123 456 789 00012",
        "Commande 20260312-4455, référence 8 445 221",
        "EAN 4006381333931, taille 38 40 42 44 46",
        "FR76 3000 6000 0112 3456 7890 189",
        "Ouvert 9h 12h 14h 18h, code 1234",
        "un deux trois quatre cinq six sept huit neuf dix, on y va",
    ],
)
def test_other_numbers_are_no_telephone(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "region", "value"),
    [
        ("call zero seven seven double zero nine zero zero one two three", "GB", "+447700900123"),
        ("Bel : 0032 470 12 34 56", "FR", "+32470123456"),
        ("Réunion 0262 20 12 34", "FR", "+262262201234"),
        ("+41 79 123 45 67", "FR", "+41791234567"),
    ],
)
def test_other_plans(text, region, value):
    assert numbers(text, region) == [value]


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("0123456789 .-+()OoIlSsBzéro six sept vingt\n,\u200b\uff10\u0660\u20e3x"), max_size=80
    )
)
def test_any_text_is_read_and_spans_hold(text):
    for item in extract(text):
        assert 0 <= item.start < item.end <= len(text)


def test_the_span_is_where_the_number_stands():
    text = "Studio, tél : zéro six trente-neuf 98 O1 23, merci"
    [item] = [one for one in extract(text) if one.kind == "phone"]
    assert item.value == "+33639980123"
    assert text[item.start : item.end] == "zéro six trente-neuf 98 O1 23"
    assert item.obfuscated


@pytest.mark.parametrize(
    "around", [("", ""), ("Loyer 450 €. ", " de 9h à 20h, 24/7"), ("J'ai 25 ans ! ", " 61000 Alençon")]
)
def test_french_numbers_written_by_hand_are_found_whatever_stands_beside_them(around):
    right = wrong = missed = 0
    for _, text, value in written_cases.french(2):
        found = numbers(around[0] + text + around[1])
        right += value in found
        missed += value not in found
        wrong += sum(one != value for one in found)
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.97


def test_english_numbers_written_by_hand_are_found():
    cases = list(written_cases.english(3))
    found = [numbers(text, region) for _, region, text, _ in cases]
    right = sum(value in one for one, (_, _, _, value) in zip(found, cases, strict=True))
    assert right / len(cases) >= 0.95
    assert not [one for one, (_, _, _, value) in zip(found, cases, strict=True) if set(one) - {value}]


@pytest.mark.parametrize("line", written_cases.lines("no_phones.txt"))
def test_numbers_of_other_things_are_no_telephone(line):
    region, _, text = line.partition(" ")
    assert numbers(text, region) == []


@pytest.mark.parametrize(
    "text",
    [
        "sha 0638ad940361ea2d7f14c58c124f0e66", "commit 1d8387fbb917fb47d27b20b369d3fb7d0947ab6a",
        "uuid cf9f748a-7980-4703-b1a1-d1ffff591db0", "MAC 06:12:34:56:78:9a", "06:39:98:01:02:9b est branché",
        "Copyright (c) 1984,2000 S. Moshier", "range 20000-25000, 30000-35000.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("region", ["FR", "GB", "US"])
def test_digests_addresses_of_cards_and_ranges_are_no_numbers(text, region):
    assert not [item for item in extract(text, region=region) if item.kind == "phone"]


@pytest.mark.parametrize("hours", ["06h", "07h", "06 au 12", "06m2"])
def test_hours_days_and_measures_with_pairs_strewn_behind_them_are_no_number(hours):
    assert numbers(f"{hours} vu 39 vu 98 vu 00 vu 42") == []
