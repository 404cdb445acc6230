"""Pages of docs/ that hold a part written by a machine, between two marks."""

import sys
from collections.abc import Callable
from pathlib import Path

from scripts.tree import PROJECT

BEGIN = "<!-- generated: make docs -->"
END = "<!-- end of the generated part -->"


def renewed(page: str, part: str) -> str:
    """The page with its generated part replaced. Raises ValueError when the marks are missing."""
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        msg = "the page has no generated part"
        raise ValueError(msg)
    return f"{before}{BEGIN}\n\n{part.strip()}\n\n{END}{after}"


def command(file: Path, part: Callable[[], str], arguments: list[str]) -> int:
    """Rewrites the file's generated part; with --check, only says whether it would change (exit status 1)."""
    old = file.read_text("utf-8")
    new = renewed(old, part())
    if "--check" not in arguments:
        file.write_text(new, "utf-8")
        return 0
    if new != old:
        sys.stdout.write(f"{file.relative_to(PROJECT)} is not what the code says: make docs\n")
        return 1
    return 0
