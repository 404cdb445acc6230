"""Folding, slips, queries and coverage: pure, so proved over made-up input."""

import datetime as dt
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from maillon.base.enums import Confidence
from maillon.territories.rules.coverage import Coverage, CoverageError, assign, read_jurisdictions
from maillon.territories.rules.folding import SMALL_WORDS, beginnings, fold
from maillon.territories.rules.queries import understand
from maillon.territories.rules.typos import INDEXED_LENGTH, slips, variants

LETTERS = st.text(string.ascii_lowercase, min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("L’Aigle", "aigle"),
        ("l'aigle", "aigle"),
        ("La Ferté-Macé", "ferte mace"),
        ("ST CENERI LE GEREI", "saint ceneri gerei"),
        ("Ste-Gauburge-Ste-Colombe", "sainte gauburge sainte colombe"),
        ("Sts-Geosmes", "saints geosmes"),
        ("Œuilly", "oeuilly"),
        ("L’Haÿ-les-Roses", "hay roses"),
        ("Los Masos", "masos"),
        ("Aux Marais", "marais"),
        ("Bors (Canton de Charente-Sud)", "bors canton charente sud"),
        ("Y", "y"),
        ("Les Lez", "les lez"),
        ("  ", ""),
    ],
)
def test_what_people_type_and_the_official_name_meet(typed, folded):
    assert fold(typed) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_folded_text_is_plain(text):
    assert set(fold(text)) <= set(string.ascii_lowercase + string.digits + " ")


@given(st.lists(st.sampled_from(["Saint", "Sées", "Orne", "Mont", *sorted(SMALL_WORDS)]), min_size=1, max_size=6))
def test_every_beginning_ends_like_the_whole(parts):
    found = beginnings("-".join(parts))
    assert found[0] == fold("-".join(parts))
    assert all(found[0].endswith(part) for part in found)


@given(LETTERS, st.data())
def test_one_edit_in_the_beginning_is_found_and_measured(name, data):
    place = data.draw(st.integers(0, min(len(name), INDEXED_LENGTH) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    typed = data.draw(
        st.sampled_from(
            [
                name[:place] + name[place + 1 :],
                name[:place] + letter + name[place:],
                name[:place] + letter + name[place + 1 :],
                name[:place] + name[place : place + 2][::-1] + name[place + 2 :],
            ]
        )
    )
    # Shorter than the indexed beginning, a name with a slip may share no form with the whole name: see the next test.
    assume(len(typed) >= INDEXED_LENGTH and len(name) >= INDEXED_LENGTH)
    assert slips(typed, name) in {0, 1}
    assert set(variants(typed)) & set(variants(name))


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("alencon", "alencon", 0),
        ("alenco", "alencon", 0),
        ("alenson", "alencon", 1),
        ("laencon", "alencon", 1),
        ("flres", "flers", 1),
        ("alensen", "alencon", None),
        ("saint germian", "saint germain laye", 1),
        ("domfrontt enn", "domfront poiraie", None),
        ("bagnolles orrne", "bagnoles orne normandie", 2),
    ],
)
def test_slips_are_counted_up_to_what_is_forgiven(typed, name, expected):
    assert slips(typed, name) == expected


def test_a_short_name_forgives_nothing():
    assert variants("eu") == []
    assert len(variants("sees")) == 4


def test_digests_fit_the_column():
    assert all(-(2**31) <= digest < 2**31 for digest in variants("alencon"))


@pytest.mark.parametrize(
    ("typed", "name", "postal"),
    [
        ("Sées 61500", "sees", "61500"),
        ("61500 Sées", "sees", "61500"),
        ("Alençon (61)", "alencon", "61"),
        ("61", "", "61"),
        ("2A", "", "20"),
        ("s", "", ""),
        ("1", "", ""),
        ("", "", ""),
        ("la", "la", ""),
    ],
)
def test_a_name_and_a_postal_code_are_told_apart(typed, name, postal):
    asked = understand(typed)
    assert (asked.name, asked.postal) == (name, postal)
    assert asked.is_empty == (not name and not postal)


@given(st.text(max_size=300))
def test_any_text_is_understood(text):
    asked = understand(text)
    assert len(asked.postal) in {0, 2, 3, 4, 5}


def coverage(code: str, kind: str = "force", **covers) -> Coverage:
    return Coverage(
        code=code,
        kind=kind,
        name=code,
        confidence=Confidence.VERIFIED,
        source="essai",
        coverage_confidence=Confidence.UNCONFIRMED,
        coverage_source="essai",
        **covers,
    )


TOWN = coverage("town", communes=frozenset({"1"}))
VALLEY = coverage("valley", intercommunalities=frozenset({"A"}))
REST = coverage("rest", everywhere_else=True)


@given(st.lists(st.tuples(st.sampled_from("1234"), st.sampled_from(["A", "B", ""])), unique_by=lambda place: place[0]))
def test_every_place_has_exactly_one_jurisdiction(places):
    found = assign(places, [TOWN, VALLEY, REST])
    assert {commune for commune, _kind in found} == {commune for commune, _ in places}
    for commune, intercommunality in places:
        expected = "town" if commune == "1" else "valley" if intercommunality == "A" else "rest"
        assert found[commune, "force"].code == expected


def test_a_place_nobody_covers_is_left_out():
    assert assign([("2", "B")], [TOWN, VALLEY]) == {}


def entry(code: str, **covers) -> dict:
    return {
        "code": code,
        "kind": "force",
        "name": code,
        "confidence": "verified",
        "source": "essai",
        "covers": {"confidence": "unconfirmed", "source": "essai", **covers},
    }


def file(*entries: dict) -> dict:
    return {"departement": "61", "checked_on": dt.date(2026, 11, 23), "jurisdiction": list(entries)}


@pytest.mark.parametrize(
    ("entries", "named"),
    [
        ([entry("a", communes=["1"]), entry("b", communes=["1"])], "b: 1 is already covered by a"),
        ([entry("a", everywhere_else=True), entry("b", everywhere_else=True)], "everywhere else"),
        ([{**entry("a"), "confidence": "surely"}], "a: "),
        ([{key: value for key, value in entry("a").items() if key != "source"}], "a: "),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_by_name(entries, named):
    with pytest.raises(CoverageError, match=named):
        read_jurisdictions(file(*entries))


def test_a_sound_file_is_read():
    data = read_jurisdictions(file(entry("a", communes=["1"]), entry("b", everywhere_else=True)))
    assert [found.code for found in data.coverages] == ["a", "b"]
    assert data.coverages[1].everywhere_else
