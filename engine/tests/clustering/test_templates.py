"""Templates: what stays, what changes, and how much they save."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine import schemas
from maillon_engine.clustering.templates import summarise
from maillon_engine.errors import BatchRefused
from maillon_engine.pipeline.clustering import cluster_file
from maillon_engine.pipeline.tables import read_table
from maillon_engine.stages import clusters

TEXTS = [
    f"Studio lumineux à {city}, calme et proche gare. Appelez {name} au 06 39 98 {i:02d} {i:02d}, {price} € par mois."
    for i, (city, name, price) in enumerate(
        [("Alençon", "Camille", 410), ("Flers", "Inès", 380), ("Argentan", "Hugo", 395), ("Caen", "Nadia", 520)]
    )
]


def of(texts):
    return summarise(texts, np.zeros(len(texts), np.int64)).to_pylist()[0]


def test_slots_are_recognised():
    parts = of(TEXTS)["parts"]
    assert [part["slot"] for part in parts if part["role"] == "slot"] == ["place", "name", "phone", "price"]
    assert parts[0] == {
        "role": "constant", "text": "Studio lumineux à", "slot": None, "values": [], "distinct": 1, "present": 1.0
    }  # fmt: skip
    assert sorted(parts[1]["values"]) == ["Alençon", "Argentan", "Caen", "Flers"]


def test_what_only_some_have_is_an_optional_part():
    texts = [
        *TEXTS,
        TEXTS[0].replace("calme et", "calme, balcon au sud, parking et"),
        TEXTS[1].replace("calme et", "calme, cave et"),
    ]
    slots = [part for part in of(texts)["parts"] if part["role"] == "slot" and part["present"] < 0.5]
    assert len(slots) == 1
    assert slots[0]["distinct"] == 2


def test_alike_texts_save_bits_and_strangers_do_not():
    strangers = ["Vends vélo rouge", "Cours de chant le lundi", "Garage à louer près du port", "Perdu chat noir"]
    assert of(TEXTS)["gain_bits"] > 100
    assert of(strangers)["gain_bits"] < 0
    assert of(TEXTS * 30)["gain_bits"] > of(TEXTS * 3)["gain_bits"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=2, max_size=6))
def test_any_texts_make_a_template(texts):
    row = of(texts)
    assert row["documents"] == len(texts)
    assert all(0 < part["present"] <= 1 for part in row["parts"])


def test_the_stage_and_its_second_look_agree():
    texts = [*TEXTS, "Perdu chat noir, merci d’appeler"]
    documents = pa.table({"id": [f"d{i}" for i in range(5)], "text": pa.array(texts, pa.large_string())})
    found, templates = clusters.run(documents)
    assert schemas.checked("clusters", found)["cluster_id"].to_pylist() == [0, 0, 0, 0, None]
    assert schemas.checked("templates", templates).num_rows == 1
    assert clusters.summarise(documents, found).equals(templates)
    assert clusters.summarise(documents.slice(0, 3), found).to_pylist()[0]["documents"] == 3


def test_a_file_in_a_file_out(tmp_path):
    source, out, templates = (tmp_path / name for name in ("in.parquet", "out.parquet", "templates.parquet"))
    pq.write_table(pa.table({"text": TEXTS, "id": [1, 2, 3, 4], "more": [0, 0, 0, 0]}), source)
    assert cluster_file(source, out, templates) == 1
    assert read_table(out, "clusters").to_pydict() == {"id": ["1", "2", "3", "4"], "cluster_id": [0, 0, 0, 0]}
    assert read_table(templates, "templates").num_rows == 1


def test_a_file_that_is_none_is_refused(tmp_path):
    wrong = tmp_path / "in.parquet"
    wrong.write_text("no parquet")
    with pytest.raises(BatchRefused, match="can't be read"):
        cluster_file(wrong, tmp_path / "out.parquet")
    pq.write_table(pa.table({"id": ["a"]}), wrong)
    with pytest.raises(BatchRefused, match="no column text"):
        cluster_file(wrong, tmp_path / "out.parquet")
    assert not (tmp_path / "out.parquet").exists()
