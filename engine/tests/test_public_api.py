"""What the package promises to those who import it. A change here is a change for them: CHANGELOG.md says so."""

from importlib.metadata import version
from types import ModuleType

import maillon_engine


def test_the_exported_names_are_these():
    assert sorted(maillon_engine.__all__) == ["__version__"]


def test_every_exported_name_exists():
    assert all(hasattr(maillon_engine, name) for name in maillon_engine.__all__)


def test_nothing_else_is_public():
    # A module that somebody has imported shows up in its package: a door of its own, with promises of its own.
    found = {name: value for name, value in vars(maillon_engine).items() if not isinstance(value, ModuleType)}
    public = {name for name in found if not name.startswith("_")}
    assert public <= set(maillon_engine.__all__)


def test_the_version_is_the_installed_package_s():
    assert maillon_engine.__version__ == version("maillon-engine")
