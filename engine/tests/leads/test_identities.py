"""Names that texts give: compared where something else ties the texts, and never a reason for a lead."""

import pyarrow as pa
import pytest
from batches import document, led, reasons, tables

from maillon_engine.leads.identities import Identity, beside_given, identity
from maillon_engine.linking import names
from maillon_engine.pipeline import manifest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je suis Camille Durand, tél", Identity("camille", "durand")),
        (
            "Jeune femme nommée Inès Morel, née le 12 mars 2004, dite « Mimi »",
            Identity("inès", "morel", "mimi", "", 2004),
        ),
        ("Je suis Camille, tél 06", None),
        ("Je suis Camille Durand, avec Nadia Petit", None),
        ("studio à louer", None),
    ],
)
def test_an_identity_is_a_given_name_with_something_beside_it(text, found):
    assert identity(text) == found


def test_an_account_can_stand_beside_a_given_name():
    assert identity("Je suis Camille", ["snapchat:lilas_orne61"]) == Identity("camille", stem="lilas")


def test_what_stands_beside_a_given_name_is_hidden_too():
    assert beside_given("bonsoir, je suis Camille Durand, je travaille avec Nadia Petit, alias Mimi") == {
        "durand",
        "petit",
        "mimi",
    }


def records(*rows):
    empty = dict.fromkeys(names.FIELDS)
    return pa.Table.from_pylist(
        [{**empty, "id": f"d{place}", **row} for place, row in enumerate(rows)], schema=names.RECORDS
    )


DURAND = {"given": "camille", "surname": "durand", "commune": "14118", "born": "2001"}


def test_the_same_identity_is_said_with_its_weights_and_without_its_name():
    pytest.importorskip("splink")
    other = {"given": "nadia", "surname": "petit", "commune": "14118", "born": "1990"}
    found = names.compared(records(DURAND, {**DURAND, "surname": "durrand"}, other)).to_pylist()
    assert [row["id"] for row in found] == ["d0", "d1"]
    assert len({row["value"] for row in found}) == 1
    assert "nom proche (+" in found[0]["why"]
    assert "année de naissance identique (+" in found[0]["why"]
    assert not {"camille", "durand"} & set(f"{found[0]['value']} {found[0]['why']}".split())


def test_a_given_name_and_a_town_are_not_enough():
    pytest.importorskip("splink")
    one, two = ({"given": "camille", "commune": "14118", "surname": name} for name in ("durand", "petit"))
    assert names.compared(records(one, two)).num_rows == 0


def test_the_order_of_the_records_changes_nothing():
    pytest.importorskip("splink")
    rows = [{**DURAND, "surname": f"{letter}urand", "commune": str(place)} for place, letter in enumerate("dddtb")]
    found, turned = (names.compared(records(*several)) for several in (rows, rows))
    assert found.equals(turned)


TIED = "Studio calme au centre. Je suis Camille Durand, tél 06 39 98 70 {:02d}. Snap : lilas_orne"


def test_a_name_is_a_tie_beside_others_and_speaks_against():
    pytest.importorskip("splink")
    rows = [document(place, TIED.format(place), "Caen", place) for place in range(3)]
    found, _ = led(rows)
    assert "name" in {row["kind"] for row in tables(rows)["edges"].to_pylist()}
    assert "one_identity" not in reasons(found[0])
    assert "one_identity" in reasons(found[0], "against")


def test_a_name_alone_ties_nothing():
    pytest.importorskip("splink")
    rows = [
        document(0, "Cours de piano à domicile. Je suis Camille Durand, tél 06 39 98 70 01", "Caen", 1),
        document(1, "Vélo bleu en bon état, peu servi. Appelez Camille Durand au 06 39 98 70 02", "Caen", 2),
    ]
    made = tables(rows)
    assert made["networks"].num_rows == 0
    assert "name" not in {row["kind"] for row in made["edges"].to_pylist()}


def test_without_splink_the_manifest_says_that_names_were_not_compared(monkeypatch):
    monkeypatch.setattr(names, "find_spec", lambda _name: None)
    assert manifest.compared_names()["compared"] is False
    assert "splink" not in manifest.made_by()["libraries"]
    rows = [document(place, TIED.format(place), "Caen", place) for place in range(3)]
    assert "name" not in {row["kind"] for row in tables(rows)["edges"].to_pylist()}
