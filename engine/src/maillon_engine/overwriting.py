"""Files that are overwritten before they go."""

import os
from pathlib import Path

_CHUNK = 1024 * 1024


def overwrite(file: Path) -> None:
    """Overwrites a file with zeros, then unlinks it. A link is unlinked alone: what it points at is somebody else's."""
    if not file.is_symlink():
        left = file.stat().st_size
        with file.open("r+b") as stream:
            while left > 0:
                left -= stream.write(bytes(min(left, _CHUNK)))
            stream.flush()
            os.fsync(stream.fileno())
    file.unlink()


def files_below(path: Path) -> list[Path]:
    """Every file and link below a directory, sorted."""
    return sorted(file for file in path.rglob("*") if not file.is_dir() or file.is_symlink())


def remove_emptied(path: Path) -> None:
    """Removes a directory whose files are gone, with those in it. Fails if any file is left."""
    for folder in sorted((item for item in path.rglob("*") if item.is_dir()), reverse=True):
        folder.rmdir()
    path.rmdir()


def erase_below(path: Path) -> int:
    """Overwrites and removes everything below a directory, and the directory. Returns how many files there were."""
    files = files_below(path)
    for file in files:
        overwrite(file)
    remove_emptied(path)
    return len(files)
