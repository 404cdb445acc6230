"""The files of the project, as git knows them, and nothing that lies beside them."""

import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def tracked(root: Path = PROJECT) -> list[Path]:
    """Absolute paths of the files that are committed or about to be: what a clone would hold, sorted."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603
    paths = (root / name for name in listed.stdout.split("\0") if name)
    return sorted(path for path in paths if path.is_file())
