"""From shared traits to networks: hubs tie nobody, small cells are found whole, the order of the rows says nothing."""

import random

import numpy as np
import pyarrow as pa
import pytest

from maillon_engine import schemas
from maillon_engine.linking.components import components, numbered
from maillon_engine.stages import edges as linking
from maillon_engine.stages import networks


def table(name, rows):
    return pa.Table.from_pylist(rows, schema=schemas.declared(name))


def documents(number):
    empty = {"posted_at": None, "place": None, "source": None, "image_hash": None}
    return table("documents", [{"id": f"d{place:04}", "text": f"texte {place}", **empty} for place in range(number)])


def phones(held):
    span = {"start": 0, "end": 5, "obfuscated": False, "how": "plain"}
    return table("identifiers", [{"id": key, "kind": "phone", "value": value, **span} for key, value in held])


def no_clusters(docs):
    return table("clusters", [{"id": key, "cluster_id": None} for key in docs["id"].to_pylist()])


def linked(docs, held):
    found = linking.run(docs, phones(held), no_clusters(docs))
    return found, networks.run(found)


def groups(found):
    cells = {}
    for row in found.to_pylist():
        cells.setdefault(row["network_id"], set()).add(row["id"])
    return sorted(map(sorted, cells.values()))


def test_who_shares_a_number_is_in_one_network_and_nobody_else_is():
    docs = documents(200)
    found, cells = linked(docs, [("d0001", "+33639980001"), ("d0002", "+33639980001"), ("d0003", "+33639980002")])
    assert groups(cells) == [["d0001", "d0002"]]
    shared = [row for row in found.to_pylist() if row["value"] == "+33639980001"]
    assert {row["documents"] for row in shared} == {2}
    assert all(row["weight"] > 0 and row["why"] for row in shared)


def test_the_order_of_the_rows_changes_nothing():
    docs = documents(300)
    held = [(f"d{place:04}", f"+336399800{place % 40:02}") for place in range(120)]
    mixed = held[:]
    random.Random(2).shuffle(mixed)
    assert linked(docs, held)[1].equals(linked(docs, mixed)[1])


def test_without_any_trait_there_is_no_network():
    docs = documents(3)
    found, cells = linked(docs, [])
    assert (found.num_rows, cells.num_rows) == (0, 0)
    assert cells.schema.equals(schemas.NETWORKS)


def test_components_are_named_by_their_smallest_node():
    left, right = np.array([3, 1, 7]), np.array([1, 0, 6])
    assert components(left, right, 9).tolist() == [0, 0, 2, 0, 4, 5, 6, 6, 8]
    assert numbered(np.array([5, 5, 2, 5, 9])).tolist() == [0, 0, 1, 0, 2]


def test_an_edge_to_nowhere_is_refused():
    with pytest.raises(IndexError):
        components(np.array([0]), np.array([9]), 3)
