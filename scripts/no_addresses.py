"""Fails when a file names a package registry's host or a path of somebody's machine.

A clone must install anywhere: behind a mirror, from a folder of wheels, on a machine with other paths. The patterns are
joined from pieces, so that this file passes its own check.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.tree import PROJECT, tracked

_HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("registry.npmjs", "org"),
    ("registry.yarnpkg", "com"),
    ("deb.debian", "org"),
    ("archive.ubuntu", "com"),
    ("proxy.golang", "org"),
)
_FOLDERS = ("work", "root", "farm", "home", "Users", "tmp/tmp", "opt/pypi", "opt/wheels")
_DIRECTIVES = ("index-url", "extra-index-url", "find-links", "trusted-host")

HOST = re.compile("|".join(re.escape(".".join(pieces)) for pieces in _HOSTS), re.IGNORECASE)
FOLDER = re.compile(r"(?<![\w.$}/-])/(?:" + "|".join(map(re.escape, _FOLDERS)) + r")/[\w.]")
DIRECTIVE = re.compile(r"^\s*--?(?:" + "|".join(_DIRECTIVES) + r")\b|^\s*-[if] ")


def faults(files: Iterable[Path], root: Path = PROJECT) -> Iterator[str]:
    """One line for each place that names a host, a machine's path, or (in requirements) where packages come from."""
    for file in files:
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        where = file.relative_to(root)
        for number, line in enumerate(text.splitlines(), 1):
            if HOST.search(line):
                yield f"{where}:{number}: names a package registry's host"
            if FOLDER.search(line):
                yield f"{where}:{number}: names a path of one machine"
            if "requirements" in where.parts and DIRECTIVE.search(line):
                yield f"{where}:{number}: says where packages come from"


def main() -> int:
    """Checks every file of the project."""
    found = list(faults(tracked()))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
