"""An invented corpus is scored end to end, and a score falls where a result gets worse."""

import io
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from maillon_engine.cli.main import group
from maillon_engine.errors import BatchRefused
from maillon_engine.evaluation.files import evaluate, table
from maillon_engine.identifiers import stream
from maillon_engine.synthetic.files import write


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return write(tmp_path_factory.mktemp("corpus"), documents=3_000, seed=11, noise=1)


def perfect(corpus, path):
    truth = pq.read_table(corpus.truth)
    pq.write_table(pa.table({"id": truth["id"], "cluster_id": truth["cluster"]}), path)
    return path


def test_the_truth_itself_is_perfect(corpus, tmp_path):
    scores = evaluate(perfect(corpus, tmp_path / "c.parquet"), corpus.truth)
    assert scores["clusters"]["f1"] == scores["clusters, noise 1"]["f1"] == 1


def test_texts_that_are_put_together_by_mistake_cost_precision(corpus, tmp_path):
    truth = pq.read_table(corpus.truth)
    one = pa.array([0] * truth.num_rows)
    pq.write_table(pa.table({"id": truth["id"], "cluster_id": one}), tmp_path / "c.parquet")
    score = evaluate(tmp_path / "c.parquet", corpus.truth)["clusters"]
    assert score["recall"] == 1
    assert score["precision"] < 0.05


def test_a_run_is_scored_by_its_leads(corpus, tmp_path):
    ran = CliRunner().invoke(
        group, ["detect", str(corpus.batch), "--basis", str(corpus.basis), "--out", str(tmp_path / "out"), "--json"]
    )
    assert ran.exit_code == 0, ran.output
    scores = evaluate(tmp_path / "out", corpus.truth)
    assert scores["texts"]["precision"] > 0.95
    assert scores["leads"]["precision"] > 0.8
    assert scores["leads"]["recall"] > 0.5
    assert scores["pairs"]["precision"] > 0.95
    # Single authors leave no row (guardrail G2), but for one in a hundred whose wording is an organisation's own.
    roles = dict(zip(*(pq.read_table(corpus.truth)[name].to_pylist() for name in ("id", "role")), strict=True))
    kept = pq.read_table(tmp_path / "out" / "documents.parquet")["id"].to_pylist()
    assert sum(roles[one] == "independent" for one in kept) <= len(kept) / 100


def test_identifiers_are_scored_by_kind(corpus, tmp_path):
    rows = pq.read_table(corpus.batch, columns=["id", "text"]).to_pylist()[:600]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    out = io.BytesIO()
    stream.run(io.BytesIO(lines.encode()), out, sys.stderr, "FR")
    (tmp_path / "found.jsonl").write_bytes(out.getvalue())
    pq.write_table(pq.read_table(corpus.truth).slice(0, 600), tmp_path / "truth.parquet")
    scores = evaluate(tmp_path / "found.jsonl", tmp_path / "truth.parquet")
    assert {"phone", "email", "price", "phone, hidden"} <= scores.keys()
    assert all(scores[kind]["f1"] > 0.95 for kind in ("phone", "email", "handle", "price")), table(scores)


def test_the_table_names_every_score(corpus, tmp_path):
    scores = evaluate(perfect(corpus, tmp_path / "c.parquet"), corpus.truth)
    text = table(scores)
    assert all(name in text for name in scores)
    assert "1.0000" in text


def test_another_corpus_s_truth_is_refused(corpus, tmp_path):
    other = write(tmp_path / "other", documents=50, seed=12)
    with pytest.raises(BatchRefused, match="different texts"):
        evaluate(perfect(other, tmp_path / "c.parquet"), corpus.truth)


@pytest.mark.parametrize("name", ["none.parquet", "none.jsonl", "broken.parquet"])
def test_a_file_that_can_t_be_read_is_named(corpus, tmp_path, name):
    (tmp_path / "broken.parquet").write_text("no parquet")
    with pytest.raises(BatchRefused, match=name):
        evaluate(tmp_path / name, corpus.truth)


def test_the_commands_make_and_score_a_corpus(tmp_path):
    run = CliRunner()
    made = run.invoke(group, ["synth", "--out", str(tmp_path), "--documents", "400", "--noise", "0"])
    assert made.exit_code == 0, made.output
    batch, truth, out = (str(tmp_path / name) for name in ("batch.parquet", "truth.parquet", "c.parquet"))
    assert run.invoke(group, ["cluster", batch, "--out", out]).exit_code == 0
    scored = run.invoke(group, ["evaluate", out, "--truth", truth, "--json"])
    assert json.loads(scored.stdout)["clusters"]["f1"] > 0.9
    assert "precision" in run.invoke(group, ["evaluate", out, "--truth", truth]).stdout
