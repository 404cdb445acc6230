"""What is tested is what is served, and nothing is installed without its digest."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[3] / "requirements"
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
