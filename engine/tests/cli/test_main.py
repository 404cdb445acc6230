"""The command as it is called: exit codes, and where its words go."""

import subprocess
import sys

import pytest

from maillon_engine.cli import main as door


def called(*arguments):
    done = subprocess.run(
        [sys.executable, "-c", "from maillon_engine.cli import main; main()", *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_help_names_every_command():
    code, out, err = called("--help")
    assert (code, err) == (0, "")
    assert all(name in out for name in ("detect", "evaluate", "export", "extract", "cluster", "purge", "synth"))


@pytest.mark.parametrize("name", ["detect", "evaluate", "export", "extract", "cluster", "purge", "synth"])
def test_every_command_explains_itself(name):
    code, out, _ = called(name, "--help")
    assert code == 0
    assert out.startswith("Usage: maillon-engine")


def test_a_refusal_is_one_message_and_code_2(tmp_path):
    code, out, err = called("cluster", str(tmp_path / "none.parquet"), "--out", str(tmp_path / "o.parquet"))
    assert (code, out) == (2, "")
    assert err.startswith("maillon-engine: ")
    assert "Traceback" not in err


def test_a_wrong_option_is_code_2():
    code, _, err = called("cluster", "--nothing")
    assert code == 2
    assert "No such option" in err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [(KeyboardInterrupt(), 130, "Interrupted"), (ValueError("a text of the batch"), 70, "ValueError in")],
)
def test_a_crash_shows_neither_trace_nor_text(monkeypatch, capsys, error, code, said):
    def broken(*_arguments, **_options):
        raise error

    monkeypatch.setattr(door.__globals__["group"], "main", broken)
    with pytest.raises(SystemExit) as left:
        door([])
    assert left.value.code == code
    err = capsys.readouterr().err
    assert said in err
    assert "a text of the batch" not in err
