"""Texts looked through together, and texts that come again."""

import gc
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.recent import Recent
from maillon_engine.identifiers.registry import extract, extract_all, forget

PIECES = (
    "06 39 98 12 34",
    "zero six trente neuf quatre vingt dix huit douze cinquante six",
    "80€ les 30 min",
    "à Alençon",
    "snap : abcde42",
    "FR76 3000 6000 0112 3456 7890 189",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "\U0001f339\u0660\u0666",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)
ITEM = Identifier("phone", "+33639981234", 0, 14)


def alone(text, region):
    forget()
    return extract(text, region=region)


@given(st.lists(TEXTS, max_size=12), st.sampled_from(["FR", "BE"]))
def test_together_they_give_what_each_gives_alone(texts, region):
    forget()
    assert extract_all(texts, region=region) == [alone(text, region) for text in texts]


def test_more_texts_than_are_looked_through_together_keep_their_order():
    texts = [f"au 06 39 98 {number // 100:02} {number % 100:02}" for number in range(700)]
    found = extract_all([*texts, *texts[:3]])
    values = [item.value for items in found for item in items if item.kind == "phone"]
    assert values == [f"+3363998{number:04}" for number in (*range(700), 0, 1, 2)]


def test_a_text_of_many_characters_beside_short_ones():
    long = "Bonjour. " * 50_000
    found = extract_all(["06 39 98 12 34", long, long + "06 39 98 12 35", "06 39 98 12 36"])
    assert [[item.value for item in items] for items in found] == [
        ["+33639981234"],
        [],
        ["+33639981235"],
        ["+33639981236"],
    ]


def test_extractors_leave_no_circles_of_dead_objects_to_collect():
    texts = [" ".join(some) for size in range(4) for some in permutations(PIECES, size)]
    extract_all(texts)
    forget()
    gc.collect()
    gc.disable()
    try:
        extract_all(texts)
        forget()
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("collects", [True, False])
def test_collecting_goes_on_as_it_did(collects):
    forget()
    (gc.enable if collects else gc.disable)()
    try:
        extract_all(["06 39 98 12 34"])
        assert gc.isenabled() is collects
    finally:
        gc.enable()


def test_what_a_caller_does_to_an_answer_changes_no_other():
    extract("06 39 98 12 34").clear()
    first, second = extract_all(["06 39 98 12 34"] * 2)
    first.clear()
    assert len(second) == 1


def test_what_is_kept_is_of_one_region():
    recent = Recent()
    recent.keep("06", "FR", [ITEM])
    assert recent.get("06", "FR") == [ITEM]
    assert recent.get("06", "BE") is None


def test_a_text_that_comes_again_stays_and_the_others_go():
    recent = Recent()
    recent.keep("again", "FR", [ITEM])
    for number in range(10_000):
        recent.keep(str(number), "FR", [])
        assert recent.get("again", "FR") == [ITEM]
    assert recent.get("0", "FR") is None
    assert recent.get("9999", "FR") == []


@pytest.mark.parametrize(("size", "kept"), [(2_000, True), (2_001, False)])
def test_a_long_text_is_not_kept(size, kept):
    recent = Recent()
    recent.keep("x" * size, "FR", [])
    assert (recent.get("x" * size, "FR") is not None) is kept


def test_nothing_is_kept_of_what_is_let_go():
    recent = Recent()
    recent.keep("06", "FR", [ITEM])
    recent.clear()
    assert recent.get("06", "FR") is None
