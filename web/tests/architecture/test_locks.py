"""What is tested is what is served, and nothing is installed without its digest."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from maillon.config.settings import pro, public

PROJECT = Path(__file__).resolve().parents[3]
REQUIREMENTS = PROJECT / "requirements"
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*])?==(?P<version>[^ ;\\]+)", re.MULTILINE)


def pins(name):
    return dict(PIN.findall((REQUIREMENTS / name).read_text("utf-8")))


def test_the_tested_versions_are_the_served_ones():
    tested = pins("dev.txt")
    assert {name: tested.get(name) for name in pins("run.txt")} == pins("run.txt")


@pytest.mark.parametrize("file", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.name)
def test_every_pin_has_digests(file):
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^ *#.*\n?", "", file.read_text("utf-8")).strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def imported():
    """Top-level names that the web application imports, wherever in its modules, or installs as an app."""
    names = {app.partition(".")[0] for app in (*pro.INSTALLED_APPS, *public.INSTALLED_APPS)}
    # The tests' own settings are read where everything for tests is installed.
    sources = (
        path for path in (PROJECT / "web" / "maillon").rglob("*.py") if path.parts[-2:] != ("settings", "test.py")
    )
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"maillon"}


def test_what_is_served_needs_nothing_that_is_there_for_tests_alone():
    served = {name.lower().replace("_", "-") for name in pins("run.txt")}
    providers = packages_distributions()
    missing = {
        name
        for name in imported()
        if served.isdisjoint(provider.lower().replace("_", "-") for provider in providers.get(name, []))
    }
    assert missing == set()
