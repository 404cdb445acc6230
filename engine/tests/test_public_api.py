"""What the package promises to those who import it. A change here is a change for them: CHANGELOG.md says so."""

import inspect
import re
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import maillon_engine


def test_the_exported_names_are_these():
    assert sorted(maillon_engine.__all__) == [
        "Columns", "EngineError", "Identifier", "Run", "__version__", "cluster", "detect", "evaluate", "export",
        "extract", "purge", "read_basis",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("cluster", "(texts)"),
        ("detect", "(run)"),
        ("evaluate", "(found, truth)"),
        ("export", "(folder, formats, *, reveal)"),
        ("extract", "(text, *, region)"),
        ("purge", "(directories, *, today)"),
        ("read_basis", "(path, *, today)"),
        ("Run", "(batch, basis, out, today, columns, reveal, progress, stages, summarise, state, backend)"),
    ],
)
def test_what_can_be_called_takes_these(name, signature):
    parameters = inspect.signature(getattr(maillon_engine, name)).parameters.values()
    bare = [one.replace(annotation=inspect.Parameter.empty, default=inspect.Parameter.empty) for one in parameters]
    assert str(inspect.Signature(bare)) == signature


def test_the_stubs_name_what_is_exported():
    stubs = Path(maillon_engine.__file__).with_suffix(".pyi").read_text("utf-8")
    named = set(re.findall(r" as (\w+)$|^(__version__)", stubs, re.MULTILINE))
    assert {one or other for one, other in named} == set(maillon_engine.__all__)


def test_another_name_is_no_attribute():
    with pytest.raises(AttributeError, match="nothing"):
        maillon_engine.nothing  # noqa: B018 - asked for on purpose


def test_every_exported_name_exists():
    assert all(hasattr(maillon_engine, name) for name in maillon_engine.__all__)


def test_nothing_else_is_public():
    # A module that somebody has imported shows up in its package: a door of its own, with promises of its own.
    found = {name: value for name, value in vars(maillon_engine).items() if not isinstance(value, ModuleType)}
    public = {name for name in found if not name.startswith("_")}
    assert public <= set(maillon_engine.__all__)


def test_the_version_is_the_installed_package_s():
    assert maillon_engine.__version__ == version("maillon-engine")
