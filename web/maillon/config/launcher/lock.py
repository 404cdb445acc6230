"""One product at a time per data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from maillon.config.launcher.errors import LaunchError


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Holds the folder for the caller. Raises LaunchError when another process holds it. Freed by any kind of end."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            msg = f"Maillon is already running on the data in {file.parent}. Stop it first (Ctrl-C where it runs)."
            raise LaunchError(msg) from error
        yield
