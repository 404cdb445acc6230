"""What must be found is joined from pieces here, or the check would find this file."""

import pytest

from scripts.no_addresses import faults
from scripts.tree import tracked

SLASH = "/"


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("requirements/run.txt", "# from https://" + "py" + "pi.org/simple", "host"),
        ("docs/page.md", "files.python" + "hosted.org", "host"),
        ("package-lock.json", '"resolved": "https://registry.npm' + 'js.org/x"', "host"),
        ("docs/page.md", f"see {SLASH}home{SLASH}somebody/notes", "path"),
        ("web/settings.py", f'DATA = "{SLASH}root{SLASH}.cache"', "path"),
        ("requirements/run.txt", "--index" + "-url file:///wheels", "where packages come from"),
        ("requirements/run.in", "-" + "f wheels", "where packages come from"),
    ],
)
def test_an_address_is_found(tmp_path, name, line, says):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"first line\n{line}\n")
    found = list(faults([file], tmp_path))
    assert len(found) == 1
    assert found[0].startswith(f"{name}:2: ")
    assert says in found[0]


@pytest.mark.parametrize(
    "line", ["web/root/thing", "https://maillon.example/home/", "the path work/in", "{base}/home/x"]
)
def test_what_is_no_address_passes(tmp_path, line):
    file = tmp_path / "page.md"
    file.write_text(line)
    assert not list(faults([file], tmp_path))


def test_a_picture_is_not_read_as_text(tmp_path):
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\xff\xfe")
    assert not list(faults([file], tmp_path))


def test_the_project_names_none():
    assert not list(faults(tracked()))
