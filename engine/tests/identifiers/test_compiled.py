"""Compiled extractors: the same answers as their sources, never those of other sources, a clear word where none are."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import hiding
import orjson
import pytest

from maillon_engine import building, native
from maillon_engine.errors import CompilingRefused, MissingExtra

DATA = Path(__file__).parent / "data"
MAIN = "import sys; from maillon_engine.cli import main; main(sys.argv[1:])"
WHICH = "from maillon_engine.identifiers.numbers import hidden; print(hidden.__file__)"
compiled = pytest.mark.skipif(native.opened() is None, reason="the extractors are not compiled here")


def run(*arguments, home=native.HERE.parent, given=b"", **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(home)} | environment,
    )


def texts():
    """What hides numbers in all ways, what the data of the tests hold, and both cut and joined at any place."""
    chance = random.Random(7)
    known = [hiding.french_case(seed)[1] for seed in range(660)]
    known += [line for path in sorted(DATA.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    yield from known
    for _ in range(1500):
        one, other = chance.sample(known, 2)
        between = chance.choice(["", " ", "\n", "\u200b", "\ufe0f\u20e3", "ß", "İ", "٣", "\U0001f600", "\x00"])
        yield one[: chance.randrange(len(one) + 1)] + between + other[chance.randrange(len(other) + 1) :]


@compiled
@pytest.mark.parametrize("region", ["FR", "BE", "US"])
def test_they_answer_as_their_sources_do(region):
    lines = b"".join(orjson.dumps({"id": str(place), "text": text}) + b"\n" for place, text in enumerate(texts()))
    command = ("-c", MAIN, "extract", "--region", region)
    answers = [run(*command, given=lines, **{native.SWITCH: switch}) for switch in "01"]
    assert [answer.returncode for answer in answers] == [0, 0]
    assert answers[0].stdout.count(b"\n") == lines.count(b"\n")
    assert answers[0].stdout == answers[1].stdout


@pytest.fixture
def copy(tmp_path):
    """The package elsewhere, with what was compiled of it."""
    shutil.copytree(native.HERE, tmp_path / native.HERE.name, ignore=shutil.ignore_patterns("__pycache__", ".work-*"))
    return tmp_path


def opened_in(home, **environment):
    done = run("-c", WHICH, home=home, **environment)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.decode().strip())


@compiled
def test_they_are_used_while_the_sources_are_the_same(copy):
    assert opened_in(copy).suffix == ".so"
    assert opened_in(copy, **{native.SWITCH: "0"}).suffix == ".py"


@compiled
def test_an_edited_source_runs_as_it_stands(copy):
    with (copy / "maillon_engine" / "identifiers" / "price.py").open("a", encoding="utf-8") as source:
        source.write("# edited\n")
    assert opened_in(copy).suffix == ".py"


@compiled
def test_a_library_that_does_not_load_leaves_the_sources(copy):
    (library,) = (copy / "maillon_engine" / "built").glob("*/*.so")
    library.write_bytes(b"\x7fELF")
    assert opened_in(copy).suffix == ".py"


@pytest.fixture
def bare(copy):
    """The package elsewhere, nothing compiled."""
    shutil.rmtree(copy / "maillon_engine" / "built", ignore_errors=True)
    return copy


def test_without_a_compiler_the_refusal_says_what_to_install(bare):
    done = run("-c", MAIN, "compile", home=bare, CC="no-such-compiler -O9")
    assert done.returncode == 2
    assert b"no-such-compiler" in done.stderr
    assert b"apt-get install gcc python3-dev" in done.stderr
    assert opened_in(bare).suffix == ".py"


def test_without_mypy_the_refusal_says_which_extra(monkeypatch, tmp_path):
    monkeypatch.setattr(native, "folder", lambda: tmp_path / "none")
    monkeypatch.setattr(building, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtra, match=r"maillon-engine\[compile\]"):
        building.build()


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler here")
def test_what_does_not_compile_leaves_nothing_behind(bare):
    with (bare / "maillon_engine" / "identifiers" / "price.py").open("a", encoding="utf-8") as source:
        source.write("WRONG: int = 'three'\n")
    done = run("-c", MAIN, "compile", home=bare)
    assert done.returncode == 2
    assert b"price.py" in done.stderr
    assert list((bare / "maillon_engine" / "built").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(monkeypatch, tmp_path):
    (tmp_path / "built").write_text("a file stands there", "utf-8")
    monkeypatch.setattr(native, "folder", lambda: tmp_path / "built" / "some")
    monkeypatch.setattr(building, "_ask_for_tools", lambda: None)
    with pytest.raises(CompilingRefused, match="can't be written"):
        building.build()


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler here")
def test_what_was_compiled_of_other_sources_goes(monkeypatch, tmp_path):
    old, other = tmp_path / "cpython-311-one-aaaa", tmp_path / "cpython-312-one-bbbb"
    for folder in (old, other):
        folder.mkdir()
    monkeypatch.setattr(native, "folder", lambda: tmp_path / "cpython-311-one-cccc")
    monkeypatch.setattr(building, "_ask_for_tools", lambda: None)
    monkeypatch.setattr(building, "_compile", lambda work: (work / "lib").mkdir())
    assert building.build().is_dir()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cpython-311-one-cccc", "cpython-312-one-bbbb"]
