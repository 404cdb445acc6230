"""Organisations planted in an invented corpus become leads, those that only travel too, and no stranger leads one."""

from collections import Counter

import pyarrow.parquet as pq
import pytest
from batches import tables

from maillon_engine.evaluation import networks
from maillon_engine.stages import leads
from maillon_engine.synthetic.files import write

# Fewer texts of a set that travels than these can show no circuit: two numbers over twenty-six weeks.
ENOUGH = 30


@pytest.fixture(scope="module", params=[(0, 2), (2, 3)], ids=["plain", "noisy"])
def run(request, tmp_path_factory):
    noise, seed = request.param
    corpus = write(tmp_path_factory.mktemp("corpus"), documents=3000, seed=seed, noise=noise)
    truth = pq.read_table(corpus.truth)
    return truth, tables(pq.read_table(corpus.batch).to_pylist())


def leading(made):
    shown = set(made["leads"]["network_id"].to_pylist())
    rows = zip(made["networks"]["id"].to_pylist(), made["networks"]["network_id"].to_pylist(), strict=True)
    return {text for text, network in rows if network in shown}


def test_most_planted_organisations_are_found_and_no_lead_is_of_strangers(run):
    truth, made = run
    score = networks.scores(made["leads"], made["networks"], truth)["leads"]
    assert score.found == score.right
    assert score.recall >= 0.8


def test_those_that_only_travel_are_found_where_there_is_enough_to_see(run):
    truth, made = run
    owner = {row["id"]: row["network"] for row in truth.to_pylist() if row["pattern"] == "circuit"}
    wanted = {one for one, texts in Counter(owner.values()).items() if texts >= ENOUGH}
    found = Counter(owner[text] for text in leading(made) if text in owner)
    assert wanted
    assert wanted <= found.keys()


def test_hardly_any_stranger_is_drawn_into_a_lead(run):
    truth, made = run
    alone = {row["id"] for row in truth.to_pylist() if row["network"] is None}
    assert len(leading(made) & alone) <= 0.005 * len(alone)


def test_leads_are_the_same_however_many_networks_are_looked_at_at_once(run, monkeypatch):
    _truth, made = run
    monkeypatch.setattr(leads, "_AT_ONCE", 1)
    given = [made[name] for name in ("documents", "identifiers", "edges", "networks")]
    assert leads.run(*given) == made["leads"]
