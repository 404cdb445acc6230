"""Corpora are repeatable, invented, and say truly what was planted in them."""

import re
import tomllib
from collections import Counter, defaultdict
from hashlib import sha256

import pyarrow.parquet as pq
import pytest

from maillon_engine.schemas import DOCUMENTS
from maillon_engine.synthetic.files import TRUTH, write
from maillon_engine.synthetic.numbers import HUB, PREFIXES

DOCUMENTS_WANTED = 1_500


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return write(tmp_path_factory.mktemp("synth"), documents=DOCUMENTS_WANTED, seed=7)


@pytest.fixture(scope="module")
def batch(corpus):
    return pq.read_table(corpus.batch)


@pytest.fixture(scope="module")
def truth(corpus):
    return pq.read_table(corpus.truth)


def digests(corpus):
    return [sha256(path.read_bytes()).hexdigest() for path in (corpus.batch, corpus.truth, corpus.basis)]


def test_the_tables_have_their_columns_and_the_wanted_rows(batch, truth):
    assert batch.schema.equals(DOCUMENTS)
    assert truth.schema.equals(TRUTH)
    assert batch.num_rows == truth.num_rows == DOCUMENTS_WANTED
    assert batch["id"] == truth["id"]
    assert len(set(batch["id"].to_pylist())) == DOCUMENTS_WANTED


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_texts(tmp_path):
    first, second = (write(tmp_path / name, documents=300, seed=3) for name in ("a", "b"))
    other = write(tmp_path / "c", documents=300, seed=4)
    assert digests(first) == digests(second)
    common = set(pq.read_table(first.batch)["text"].to_pylist()) & set(pq.read_table(other.batch)["text"].to_pylist())
    assert not common


def test_a_share_of_the_texts_is_planted_in_clusters_of_two_to_two_hundred(corpus, truth):
    sizes = Counter(cluster for cluster in truth["cluster"].to_pylist() if cluster is not None)
    assert len(sizes) == corpus.clusters
    assert 0.29 * DOCUMENTS_WANTED <= sum(sizes.values()) <= 0.3 * DOCUMENTS_WANTED
    assert min(sizes.values()) >= 2
    assert max(sizes.values()) <= 200


def test_every_noise_level_language_and_role_is_there(truth):
    assert {row["noise"] for row in truth.to_pylist() if row["cluster"] is not None} == {0, 1, 2, 3}
    assert set(truth["language"].to_pylist()) == {"fr", "en", "es", "ro", "ar"}
    assert set(truth["role"].to_pylist()) == {"organisation", "reposter", "bystander", "independent"}
    languages = Counter(truth["language"].to_pylist())
    assert languages.most_common(1)[0][0] == "fr"


def test_only_organisations_have_a_network_and_single_authors_one_number(truth):
    numbers = defaultdict(set)
    for row in truth.to_pylist():
        assert (row["network"] is not None) == (row["role"] == "organisation")
        if row["role"] == "reposter":
            numbers[row["cluster"]].add(row["phone"])
    assert all(len(found - {None}) <= 1 for found in numbers.values())


def test_no_two_authors_share_a_number_but_bystanders(truth):
    owners = defaultdict(set)
    for row in truth.to_pylist():
        if row["phone"] and row["role"] != "bystander":
            alone = row["id"] if row["cluster"] is None else f"cluster {row['cluster']}"
            owners[row["phone"]].add(alone if row["network"] is None else f"network {row['network']}")
    assert all(len(found) == 1 for found in owners.values())
    bystanders = [row for row in truth.to_pylist() if row["role"] == "bystander" and row["phone"]]
    assert all(row["phone"] in owners for row in bystanders)


@pytest.mark.guardrail("G12")
def test_every_number_is_one_that_nobody_is_given(batch, truth):
    allowed = tuple(f"+33{prefix[1:]}" for prefix in PREFIXES)
    for row in truth.to_pylist():
        for one in row["identifiers"]:
            if one["kind"] == "phone":
                assert one["value"].startswith(allowed)
            if one["kind"] == "email":
                assert one["value"].endswith(".invalid")
    for text in batch["text"].to_pylist():
        for found in re.findall(r"(?<!\d)0[1-9](?:[ ./]?\d\d){4}(?!\d)", text):
            assert re.sub(r"\D", "", found).startswith(PREFIXES)


@pytest.mark.guardrail("G12")
def test_the_basis_says_that_the_batch_is_invented(corpus):
    assert tomllib.loads(corpus.basis.read_text("utf-8"))["legal_basis"] == "invented"


def test_no_slot_stays_open(batch):
    assert not [text for text in batch["text"].to_pylist() if re.search(r"<[a-z]+>|[{}]", text)]


def test_what_the_truth_names_stands_in_the_text(batch, truth):
    for text, row in zip(batch["text"].to_pylist(), truth.to_pylist(), strict=True):
        for one in row["identifiers"]:
            if one["hidden"] or one["kind"] in {"iban", "phone", "price"}:
                continue
            assert one["value"].rpartition(":")[2] in text


def test_a_noise_level_of_zero_changes_slots_alone(tmp_path):
    corpus = write(tmp_path, documents=600, seed=1, noise=0, hidden=0)
    assert set(pq.read_table(corpus.truth)["noise"].to_pylist()) == {0}


def test_boilerplate_is_shared_by_unrelated_texts(tmp_path):
    corpus = write(tmp_path, documents=600, seed=1, boilerplate=1.0, noise=0)
    texts = pq.read_table(corpus.batch)["text"].to_pylist()
    assert sum("Ne versez jamais d’argent" in text for text in texts) > 30


def test_platform_numbers_are_hubs(truth):
    holders = [row for row in truth.to_pylist() if any(one["value"] == f"+33{HUB[1:]}" for one in row["identifiers"])]
    assert len(holders) > 20
    assert all(row["phone"] != f"+33{HUB[1:]}" for row in holders)


@pytest.mark.parametrize("wrong", [{"documents": 0}, {"noise": 4}, {"share": 1.5}, {"hidden": -0.1}])
def test_arguments_outside_their_range_are_refused(tmp_path, wrong):
    with pytest.raises(ValueError, match=r"\w"):
        write(tmp_path, **wrong)


@pytest.mark.parametrize("documents", [1, 2, 3, 7, 13])
def test_tiny_corpora_are_whole(tmp_path, documents):
    assert pq.read_table(write(tmp_path, documents=documents, seed=5).batch).num_rows == documents
