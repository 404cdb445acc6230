"""The hidden directory that a run works in: it remembers which stages are done, and goes when the run is over."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from maillon_engine.errors import OutputRefused
from maillon_engine.pipeline.digests import file_digest
from maillon_engine.pipeline.records import read_json, write_json

SUFFIX = ".maillon"
_RUN = "run.json"


class Workplace:
    """One run's directory, beside its output and for its user only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done: dict[str, dict[str, str]] = {}

    def file(self, table: str) -> Path:
        """Where a table lies between two stages."""
        return self.path / f"{table}.parquet"

    def has(self, stage: str) -> bool:
        """Whether a stage is done, and its files are what it wrote."""
        files = self.done.get(stage)
        if files is None:
            return False
        return all(
            (self.path / name).is_file() and file_digest(self.path / name) == digest for name, digest in files.items()
        )

    def finish(self, stage: str, tables: tuple[str, ...]) -> None:
        """Remembers that a stage is done; its files are written already."""
        self.done[stage] = {self.file(table).name: file_digest(self.file(table)) for table in tables}
        write_json(self.path / "done.json", self.done)

    def publish(self, folder: Path, out: Path) -> None:
        """Gives the finished folder its final name, and removes everything else."""
        folder.rename(out)
        self.remove()

    def remove(self) -> None:
        """Removes the directory and all that is in it."""
        shutil.rmtree(self.path)


@contextmanager
def workplace(out: Path, key: str, *, keep_until: date) -> Iterator[Workplace]:
    """The directory of the run `key`, new or as an interrupted run left it; `purge` erases it after `keep_until`.

    Raises OutputRefused when another run is at work in it, or has left it for another batch.
    """
    path = out.parent / f".{out.name}{SUFFIX}"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (path / "lock").open("w") as lock:
        _lock(lock.fileno(), out)
        place = Workplace(path)
        known = remembered(path)
        if known is not None and known.get("key") != key:
            message = f"{path} was left by an interrupted run over another batch. Finish that one, or remove it."
            raise OutputRefused(message)
        write_json(path / _RUN, {"key": key, "basis": {"keep_until": keep_until.isoformat()}})
        place.done = read_json(path / "done.json") or {}
        yield place


def remembered(path: Path) -> dict[str, Any] | None:
    """What the run in this directory was: its key, and until when its basis lets it be kept. None if there is none."""
    return read_json(path / _RUN)


def _lock(descriptor: int, out: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        message = f"Another run is writing {out}. Wait for it, or choose another --out."
        raise OutputRefused(message) from None
