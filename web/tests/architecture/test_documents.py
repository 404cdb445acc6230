"""Documents that name files, targets and sections name ones that exist."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts.tree import tracked

PROJECT = Path(__file__).resolve().parents[3]
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
PAGES = [path for path in tracked() if path.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_links_lead_somewhere(page):
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_decisions_are_numbered_once_and_titled_alike():
    pages = sorted((PROJECT / "docs" / "adr").glob("*.md"))
    numbers = [int(page.name[:4]) for page in pages]
    assert numbers == list(range(1, len(pages) + 1))
    first_lines = [page.read_text("utf-8").partition("\n")[0] for page in pages]
    assert [
        line for number, line in zip(numbers, first_lines, strict=True) if not line.startswith(f"# {number}. ")
    ] == []


def test_the_targets_of_the_readme_exist():
    named = set(re.findall(r"`make ([a-z]+)`", (PROJECT / "README.md").read_text("utf-8")))
    listed = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert named
    assert named <= set(re.findall(r"make ([a-z]+)", listed))


def test_the_description_for_catalogues_has_what_the_standard_asks():
    described = yaml.safe_load((PROJECT / "publiccode.yml").read_text("utf-8"))
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}
    assert required | {"description", "legal", "maintenance", "localisation"} <= set(described)
    assert described["legal"]["license"] == "EUPL-1.2"
    assert described["maintenance"]["contacts"]
    assert set(described["description"]) == set(described["localisation"]["availableLanguages"])
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in text["features"])


def test_the_licence_is_the_whole_one():
    text = (PROJECT / "LICENSE").read_text("utf-8")
    assert text.lstrip().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [number for number in range(1, 16) if not re.search(rf"^    {number}\. \w", text, re.MULTILINE)] == []
    assert "Appendix" in text
