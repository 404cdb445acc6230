"""`--state` on the command line."""

import json

import pytest
from click.testing import CliRunner
from desks import BASIS, TODAY

from maillon_engine.cli.detect import command
from maillon_engine.errors import StateRefused

TEXTS = ["Cours de piano. Je suis Camille, tél 06 39 98 77 01. Snap : agence_61"]


@pytest.fixture
def ask(tmp_path, monkeypatch):
    monkeypatch.delenv("MAILLON_ENGINE_STATE_KEY", raising=False)
    monkeypatch.setattr("maillon_engine.cli.detect.today", lambda: TODAY)
    (tmp_path / "batch.jsonl").write_text("\n".join(json.dumps({"id": "a", "text": text}) for text in TEXTS), "utf-8")
    (tmp_path / "basis.toml").write_text(BASIS.format(until="2027-05-20"), "utf-8")
    fixed = [str(tmp_path / "batch.jsonl"), "--basis", str(tmp_path / "basis.toml"), "--out", str(tmp_path / "out")]

    def asked(*more, **environment):
        return CliRunner().invoke(command, [*fixed, *more], env=environment)

    return asked


def test_a_state_needs_a_key(ask, tmp_path):
    done = ask("--state", str(tmp_path / "state"))
    assert isinstance(done.exception, StateRefused)
    assert "MAILLON_ENGINE_STATE_KEY" in str(done.exception)
    assert not (tmp_path / "state").exists()


def test_the_key_comes_from_the_environment_and_is_not_written_anywhere(ask, tmp_path):
    key = "5e" * 32
    done = ask("--state", str(tmp_path / "state"), "--json", MAILLON_ENGINE_STATE_KEY=key)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["options"]["state"] == {"before": [], "sketches": True}
    content = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert key.encode() not in content
    assert bytes.fromhex(key) not in content


@pytest.mark.parametrize("option", [("--no-sketches",), ("--state-key", "key")])
def test_what_says_how_to_use_a_state_needs_one(ask, option):
    done = ask(*option)
    assert done.exit_code == 2
    assert "give one" in done.output
