"""Six batches with a state find what one run over all finds, within the tolerance that docs/state.md gives."""

import pyarrow.parquet as pq
import pytest
from desks import TODAY, Desk

from maillon_engine.pipeline.detect import Run, detect
from maillon_engine.pipeline.incremental import Remembering
from maillon_engine.state.secret import Secret
from maillon_engine.synthetic.files import write

DOCUMENTS, BATCHES = 1800, 6


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return write(tmp_path_factory.mktemp("corpus"), documents=DOCUMENTS, seed=5, noise=1)


@pytest.fixture(scope="module")
def scratch(corpus, tmp_path_factory):
    out = tmp_path_factory.mktemp("scratch") / "out"
    detect(Run(corpus.batch, corpus.basis, out, TODAY))
    return led(out)


def led(out):
    return set(pq.read_table(out / "documents.parquet")["id"].to_pylist())


def last_of(corpus, home, memory):
    """The texts of the last batch, and those of them that stand in leads."""
    table, size = pq.read_table(corpus.batch), DOCUMENTS // BATCHES
    for number in range(BATCHES):
        part = table.slice(number * size, size)
        pq.write_table(part, home / f"{number}.parquet")
        detect(Run(home / f"{number}.parquet", corpus.basis, home / f"out-{number}", TODAY, state=memory))
    texts = set(part["id"].to_pylist())
    return texts, led(home / f"out-{BATCHES - 1}") & texts


def test_the_last_batch_s_texts_are_in_leads_as_from_scratch(corpus, scratch, tmp_path):
    memory = Remembering(Desk(tmp_path).state, Secret(bytes(32)))
    texts, found = last_of(corpus, tmp_path, memory)
    wanted = scratch & texts
    assert len(wanted) >= 25
    assert len(found & wanted) >= 0.85 * len(wanted)
    assert len(found & wanted) >= 0.9 * len(found)


def test_without_a_state_fewer_are(corpus, scratch, tmp_path):
    texts, found = last_of(corpus, tmp_path, None)
    wanted = scratch & texts
    assert len(found & wanted) < 0.8 * len(wanted)
