import json
import sys

import pytest

from scripts.bench import main, table

MODULE = 'NAME = "{name}"\n\n\ndef run():\n    return [{{"writers": 8, "per second": 101.25, "note": "fine"}}]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    # Another name than the real folder's, which may be loaded already.
    folder = tmp_path / "bench_of_a_test"
    folder.mkdir()
    for name in ("first", "second"):
        (folder / f"{name}.py").write_text(MODULE.format(name=name))
    (folder / "_shared.py").write_text("raise AssertionError\n")
    monkeypatch.setattr("sys.path", [*sys.path])
    yield folder
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        monkeypatch.delitem(sys.modules, name)


def test_prints_and_writes_every_measure(folder, tmp_path, capsys):
    assert main([], folder, tmp_path / "results") == 0
    written = json.loads((tmp_path / "results" / "first.json").read_text())
    assert written["rows"] == [{"writers": 8, "per second": 101.25, "note": "fine"}]
    assert set(written["machine"]) == {"cpus", "python", "system"}
    assert "second (" in capsys.readouterr().out


def test_runs_what_is_chosen_and_names_what_does_not_exist(folder, tmp_path, capsys):
    assert main(["second"], folder, tmp_path / "results") == 0
    assert [file.name for file in (tmp_path / "results").iterdir()] == ["second.json"]
    assert main(["third"], folder, tmp_path / "results") == 1
    assert "There are: first, second" in capsys.readouterr().err


def test_a_table_is_aligned():
    rows = [{"writers": 8, "per second": 1234.5, "note": "a"}, {"writers": 64, "per second": 2.0, "note": "b"}]
    assert table(rows).splitlines() == [
        "writers  per second  note",
        "-------  ----------  ----",
        "      8     1,234.5  a",
        "     64         2.0  b",
    ]
    assert table([]) == "(no rows)"
