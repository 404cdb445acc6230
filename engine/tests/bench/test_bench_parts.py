"""What the benchmark measures against does what it says; the figures themselves are no test."""

import importlib.util
import json
from pathlib import Path

import polars as pl
import pytest

BENCH = Path(__file__).parents[2] / "bench"


def loaded(name):
    """A module of engine/bench that stands alone: the package has the name of the web application's."""
    path = BENCH / name
    spec = importlib.util.spec_from_file_location(f"engine_bench_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_limit_hashes_every_run_of_five_words_once_and_none_across_texts(tmp_path):
    path = tmp_path / "texts.parquet"
    pl.DataFrame({"text": ["a b c d e f", "a b", "a b c d e", "e f g h"]}).write_parquet(path)
    assert loaded("_limit.py").five_grams(path) == 3


def test_a_peers_candidates_are_verified_before_they_join():
    peers = loaded("_peers/near_duplicates.py")
    sets = [{"a", "b", "c"}, {"a", "b", "c", "d"}, {"c", "x", "y"}]
    everybody = [[0, 1, 2]] * 3
    one, two, three = peers._joined(sets, everybody)
    assert one == two != three


def test_a_peer_answers_in_a_file(tmp_path, monkeypatch):
    peers = loaded("_peers/near_duplicates.py")
    monkeypatch.setitem(peers.PEERS, "words", lambda texts: [len(text.split()) for text in texts])
    source, out = tmp_path / "in.json", tmp_path / "out.json"
    source.write_text(json.dumps(["a b", "a", "c d"]), "utf-8")
    peers.main("words", str(source), str(out))
    found = json.loads(out.read_text("utf-8"))
    assert found["labels"] == [2, 1, 2]
    assert found["seconds"] >= 0
    assert found["megabytes"] > 1


@pytest.mark.parametrize("path", sorted(BENCH.glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_each_measure_has_its_name_and_its_rows(path):
    source = path.read_text("utf-8")
    assert 'NAME = "engine-' in source
    assert "def run() -> list[dict[str, Any]]:" in source
