"""What clustering promises, on invented corpora whose truth is known."""

import random

import corpora
import messages
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.clustering.deciding import cluster
from maillon_engine.evaluation.scores import of_pairs
from maillon_engine.synthetic.files import write


@pytest.mark.parametrize(
    ("made", "precision", "recall"),
    [
        (lambda: corpora.Adverts(11).corpus(3000, "plain"), 0.99, 0.97),
        (lambda: corpora.Adverts(12).corpus(3000, "hard"), 0.95, 0.85),
        (lambda: corpora.Adverts(13, (60, 150)).corpus(1000, "hard"), 0.99, 0.97),
        (lambda: corpora.Adverts(17).corpus(3000, "shared"), 0.80, 0.95),
        (lambda: corpora.Adverts(18).corpus(3000, "plain", giant=0.3), 0.99, 0.90),
        (lambda: messages.corpus(14, 400), 0.80, 0.85),
    ],
    ids=["plain", "hard", "long", "shared", "giant", "messages"],
)
def test_planted_clusters_are_found(made, precision, recall):
    corpus = made()
    found = of_pairs(cluster(corpus.texts), np.array(corpus.truth))
    assert found.precision >= precision
    assert found.recall >= recall


def test_a_shared_paragraph_does_not_chain_a_genre():
    corpus = corpora.Adverts(15).corpus(2000, "shared", planted=0.1)
    labels = cluster(corpus.texts)
    largest = np.bincount(labels[labels >= 0]).max()
    assert largest <= np.bincount(np.array([one for one in corpus.truth if one >= 0])).max() + 60


def test_the_order_of_the_texts_does_not_matter():
    corpus = corpora.Adverts(16).corpus(800, "hard")
    order = list(range(800))
    random.Random(1).shuffle(order)
    here, there = cluster(corpus.texts), cluster([corpus.texts[i] for i in order])
    back = np.empty_like(there)
    back[order] = there
    assert np.array_equal(here >= 0, back >= 0)
    assert len(set(zip(here.tolist(), back.tolist(), strict=True))) == len(set(here.tolist()))


def test_numbers_alone_do_not_part_texts_and_nothing_clusters_with_nothing():
    texts = [f"Appartement clair au centre, loyer {i} euros, visite le {i} mars" for i in range(5)]
    labels = cluster([*texts, "", None, "", "Cours de piano pour enfants le mercredi"])
    assert labels.tolist() == [0, 0, 0, 0, 0, -1, -1, -1, -1]


@pytest.mark.parametrize("texts", [[], [""], ["un texte"], pa.array([], pa.string()), pa.chunked_array([["a"], ["b"]])])
def test_few_texts(texts):
    assert cluster(texts).tolist() == [-1] * len(texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=12))
def test_any_text_is_taken(texts):
    labels = cluster(texts)
    assert len(labels) == len(texts)
    seen = [label for label in dict.fromkeys(labels.tolist()) if label >= 0]
    assert seen == list(range(len(seen)))
    assert all((labels == label).sum() >= 2 for label in seen)


@pytest.mark.parametrize("boilerplate", [0.0, 0.5])
def test_a_genre_of_one_grammar_is_not_taken_for_a_cluster(tmp_path, boilerplate):
    corpus = write(tmp_path, documents=6000, seed=21, boilerplate=boilerplate)
    truth = pq.read_table(corpus.truth)["cluster"].fill_null(-1).to_numpy()
    found = of_pairs(cluster(pq.read_table(corpus.batch)["text"]), truth)
    assert found.precision >= (0.6 if boilerplate else 0.8)
    assert found.recall >= 0.9
