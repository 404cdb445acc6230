"""Communes in texts."""

import pytest

from maillon_engine import gazetteer
from maillon_engine.identifiers.registry import extract


def places(text):
    return [(item.value, text[item.start : item.end]) for item in extract(text) if item.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Studio à Alençon, puis Le Mans", [("61001", "Alençon"), ("72181", "Le Mans")]),
        ("studio a alencon", [("61001", "alencon")]),
        ("St-Denis 93200", [("93066", "St-Denis")]),
        ("Saint-Denis 97400", [("97411", "Saint-Denis")]),
        ("en gare de L’Aigle", [("61214", "L’Aigle")]),
        ("LYON OU CAEN", [("69123", "LYON"), ("14118", "CAEN")]),
        ("Bons plans, mars et avril, sens de la fête", []),
        ("contact : camille@alencon.fr", []),
    ],
)
def test_place(text, found):
    assert places(text)[: len(found) or None] == found


def test_ambiguity_is_kept_and_settled_by_a_postal_code():
    [item] = [one for one in extract("à Saint-Denis") if one.kind == "place"]
    assert item.value == "97411"
    assert "93066" in item.parts["others"].split()


def test_the_gazetteer_is_whole():
    known = gazetteer.communes()
    assert len(known) == 34_875
    assert known["61001"].name == "Alençon"
    assert gazetteer.named("alencon")[0].code == "61001"
    assert sum(one.position is None for one in known.values()) == 7
