"""Every contract of .importlinter can fail: a breach is planted in a copy of the sources, and must be seen."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
CONFIGURATION = PROJECT / ".importlinter"
PREFIX = "importlinter:contract:"

# Contract -> breaches, each a file of the copy and a line added to it.
BREACHES = {
    "floors": [
        ("maillon/base/clock.py", "import maillon.config.environment"),
        ("maillon/journal/rules.py", "import maillon.vault.models"),
        ("maillon/directory/enums.py", "import maillon.accounts.enums"),
        ("maillon/guidance/enums.py", "import maillon.accounts.enums"),
        ("maillon/accounts/enums.py", "import maillon.reports.enums"),
        ("maillon/reports/enums.py", "import maillon.portals.components"),
        ("maillon/portals/public/apps.py", "import maillon.demo"),
    ],
    "inside-apps": [
        ("maillon/reports/models.py", "import maillon.reports.selectors"),
        ("maillon/vault/enums.py", "import maillon.vault.models"),
    ],
    "portals": [("maillon/portals/public/apps.py", "import maillon.portals.pro")],
    "components": [("maillon/portals/components/apps.py", "import maillon.portals.pro")],
    "rooms": [("maillon/portals/pro/letters/__init__.py", "import maillon.portals.pro.report")],
    "rules-pure": [
        ("maillon/reports/rules.py", "import django.utils.timezone"),
        ("maillon/journal/rules.py", "import maillon.base.clock"),
    ],
    "rules-no-database": [("maillon/reports/enums.py", "import maillon.base.selectors")],
    "guidance-pure": [
        ("maillon/guidance/enums.py", "import django.db"),
        ("maillon/guidance/facts.py", "import maillon.base.models"),
    ],
    "crypto-pure": [("maillon/vault/crypto.py", "import maillon.vault.models")],
    "sealing": [("maillon/reports/enums.py", "import nacl.secret")],
    "practice-apart": [
        ("maillon/practice/selectors.py", "import maillon.reports.models"),
        ("maillon/practice/services/rooms.py", "import maillon.vault.services"),
        ("maillon/practice/services/playing.py", "import maillon.journal.services"),
    ],
    "practice-door": [
        ("maillon/reports/selectors/inbox.py", "import maillon.practice.models"),
        ("maillon/portals/pro/inbox/page.py", "import maillon.practice.selectors"),
        ("maillon/portals/pro/home/views.py", "import maillon.practice.selectors"),
        ("maillon/demo/services.py", "import maillon.practice.services"),
    ],
    "engine-no-django": [
        ("maillon_engine/__init__.py", "import django"),
        ("maillon_engine/__init__.py", "import maillon.base"),
    ],
    "engine-floors": [
        ("maillon_engine/linking/hubs.py", "import maillon_engine.stages.edges"),
        ("maillon_engine/identifiers/phone.py", "import maillon_engine.clustering.tokens"),
        ("maillon_engine/schemas.py", "import maillon_engine.intake.rows"),
        ("maillon_engine/pipeline/detect.py", "import maillon_engine.cli.main"),
    ],
    "engine-door": [("maillon/reports/rules.py", "import maillon_engine")],
    "acyclic": [("maillon/base/errors.py", "import maillon.base.states")],
}


def contracts():
    parser = configparser.ConfigParser()
    parser.read(CONFIGURATION, encoding="utf-8")
    return {section.removeprefix(PREFIX): parser[section]["name"] for section in parser if section.startswith(PREFIX)}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("sources")
    only_code = shutil.ignore_patterns("static", "templates", "data", "locale", "__pycache__")
    shutil.copytree(PROJECT / "web" / "maillon", root / "maillon", ignore=only_code)
    shutil.copytree(PROJECT / "engine" / "src" / "maillon_engine", root / "maillon_engine", ignore=only_code)
    shutil.copy(CONFIGURATION, root)
    return root


def lint(root, *arguments):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--cache-dir", str(root / "cache"), *arguments]
    environment = {**os.environ, "COLUMNS": "400"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_the_sources_keep_every_contract(copy):
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout
    assert f"Contracts: {len(contracts())} kept, 0 broken." in answer.stdout


def test_every_contract_has_a_breach():
    assert set(BREACHES) == set(contracts())


@pytest.mark.parametrize(
    ("contract", "file", "line"),
    [(contract, file, line) for contract, breaches in BREACHES.items() for file, line in breaches],
)
def test_a_planted_breach_is_seen(copy, contract, file, line):
    target = copy / file
    original = target.read_text("utf-8")
    target.write_text(f"{original}\n{line}\n", "utf-8")
    try:
        answer = lint(copy, "--contract", contract)
    finally:
        target.write_text(original, "utf-8")
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"{contracts()[contract]} BROKEN" in answer.stdout
