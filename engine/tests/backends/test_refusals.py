"""What an engine lacks, or can't do, is said before anything is written."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner

import maillon_engine
from maillon_engine.backends import registry, sessions
from maillon_engine.backends.literals import text
from maillon_engine.cli import main as door
from maillon_engine.cli.detect import command
from maillon_engine.errors import BackendRefused, MissingExtra, StateRefused
from maillon_engine.pipeline.detect import Run, detect
from maillon_engine.pipeline.incremental import Remembering
from maillon_engine.state.secret import Secret
from maillon_engine.synthetic.basis import basis_text


@pytest.fixture
def run(tmp_path):
    import both

    (tmp_path / "batch.jsonl").write_text(json.dumps({"id": "a", "text": "Cours de piano 0639980042"}), "utf-8")
    (tmp_path / "basis.toml").write_text(basis_text(1, 1), "utf-8")
    return Run(tmp_path / "batch.jsonl", tmp_path / "basis.toml", tmp_path / "out", both.TODAY, backend="spark")


def left(run):
    return sorted(path.name for path in run.out.parent.iterdir())


@pytest.fixture
def no_java(monkeypatch, tmp_path):
    monkeypatch.delenv("SPARK_REMOTE", raising=False)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))


@pytest.mark.parametrize("library", ["pyspark", "pandas"])
def test_without_the_extra_it_says_which(run, monkeypatch, library):
    known = sessions.find_spec
    monkeypatch.setattr(sessions, "find_spec", lambda name: None if name == library else known(name))
    with pytest.raises(MissingExtra, match=rf"needs {library}.*maillon-engine\[spark\]"):
        detect(run)
    assert left(run) == ["basis.toml", "batch.jsonl"]


def test_without_java_it_says_so(run, no_java):
    with pytest.raises(BackendRefused, match="Java 17"):
        detect(run)
    assert left(run) == ["basis.toml", "batch.jsonl"]


def test_without_java_the_command_leaves_as_for_any_refusal(run, no_java, capsys):
    names = ["detect", str(run.batch), "--basis", str(run.basis), "--out", str(run.out), "--backend", "spark"]
    with pytest.raises(SystemExit) as left_with:
        door(names)
    assert left_with.value.code == 2
    said = capsys.readouterr().err
    assert "Java 17" in said
    assert "Traceback" not in said


def test_an_engine_that_does_not_start_leaves_nothing(run, monkeypatch):
    class Broken:
        def __enter__(self):
            raise BackendRefused("no")

        def __exit__(self, *_):
            raise AssertionError

    monkeypatch.setattr(registry, "check", lambda _name: None)
    monkeypatch.setattr(registry, "backend", lambda _name, _folder: Broken())
    with pytest.raises(BackendRefused):
        detect(run)
    assert left(run) == ["basis.toml", "batch.jsonl"]


def test_a_state_is_refused_on_spark(run, tmp_path):
    remembering = Remembering(tmp_path / "state", Secret(b"5" * 32))
    with pytest.raises(StateRefused, match="leave out --state"):
        detect(replace(run, state=remembering))
    assert left(run) == ["basis.toml", "batch.jsonl"]


def test_an_unknown_engine_is_a_wrong_option():
    done = CliRunner().invoke(command, ["batch", "--basis", "b", "--out", "o", "--backend", "hive"])
    assert done.exit_code == 2
    assert "'duckdb', 'spark'" in done.output


def test_a_text_that_engines_would_not_read_alike_is_not_written_into_a_query():
    with pytest.raises(ValueError, match="backslash"):
        text("a\\b")


def test_duckdb_fetches_nothing_and_leaves_nothing(tmp_path):
    with registry.backend("duckdb", tmp_path) as engine:
        asked = engine.sql("SELECT name, value FROM s WHERE name LIKE 'auto%known_extensions'", s=_settings(engine))
        assert {row["value"] for row in engine.arrow(asked).to_pylist()} == {"false"}
        assert [path.parent for path in tmp_path.iterdir()] == [tmp_path]
    assert list(tmp_path.iterdir()) == []


def _settings(engine):
    rows = engine._connection.execute("SELECT name, value FROM duckdb_settings()").fetchall()
    return engine.table(pa.table({"name": [one for one, _ in rows], "value": [two for _, two in rows]}))


def test_the_workers_find_this_package(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    home = str(Path(maillon_engine.__file__).resolve().parents[1])
    assert sessions._path() == [home, "/elsewhere"]
