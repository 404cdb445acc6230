"""The directory of a state: which batches it has taken in, one run at a time, each batch whole or not at all."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from maillon_engine.errors import StateRefused
from maillon_engine.overwriting import erase_below, overwrite
from maillon_engine.state.secret import Secret

VERSION = 1
NAME = "state.json"
_LOCK = "lock"
_DRAFT = ".draft"


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that a state has taken in. `kept` counts the texts of leads that it holds in full, in the files of the
    generation `generation`; `rows` all the texts that can be found again."""

    key: str
    keep_until: str
    salt: str
    basis: Mapping[str, Any]
    texts: int
    rows: int
    kept: int
    generation: int = 0

    @property
    def folder(self) -> str:
        """The name of its directory."""
        return self.key[:32]

    def live(self, today: date) -> bool:
        """Whether it may still be used."""
        return date.fromisoformat(self.keep_until) >= today


class State:
    """A state that this run alone holds."""

    def __init__(self, path: Path, content: Mapping[str, Any]) -> None:
        self.path = path
        self.check: str | None = content.get("check")
        self.batches = [Batch(**one) for one in content.get("batches", ())]
        self.erased: list[dict[str, Any]] = list(content.get("erased", ()))

    def before(self, key: str, today: date) -> list[Batch]:
        """The batches that a run over the batch `key` may look at: those taken in before it that have not expired."""
        known = [one.key for one in self.batches]
        earlier = self.batches[: known.index(key)] if key in known else self.batches
        return [one for one in earlier if one.live(today)]

    def known(self, key: str) -> Batch | None:
        """The batch with this key, when it has been taken in."""
        return next((one for one in self.batches if one.key == key), None)

    def folder(self, batch: Batch) -> Path:
        """Where the files of a batch are."""
        return self.path / batch.folder

    def draft(self) -> Path:
        """An empty directory for the files of a batch that is being taken in."""
        path = self.path / _DRAFT
        path.mkdir(mode=0o700)
        return path

    def commit(self, batch: Batch, changed: Mapping[str, Batch]) -> None:
        """Takes the drafted batch in, and with it the new generations of others, by key: all at once."""
        (self.path / _DRAFT).rename(self.folder(batch))
        self.batches = [*(changed.get(one.key, one) for one in self.batches), batch]
        self._write()
        self.tidy()

    def forget(self, batch: Batch, today: date) -> None:
        """Leaves figures alone of a batch whose files have been erased."""
        self.batches.remove(batch)
        figures = {"key": batch.key, "keep_until": batch.keep_until, "texts": batch.texts}
        self.erased.append({**figures, "erased_on": today.isoformat()})
        self._write()

    def tidy(self) -> int:
        """Erases what is of no batch: drafts of interrupted runs, generations that were replaced. How many files."""
        folders = {one.folder: one for one in self.batches}
        gone = 0
        for folder in [path for path in self.path.iterdir() if path.is_dir()]:
            batch = folders.get(folder.name)
            if batch is None:
                gone += erase_below(folder)
                continue
            for file in [path for path in folder.glob("kept-*") if _generation(path) != batch.generation]:
                overwrite(file)
                gone += 1
        return gone

    def _write(self) -> None:
        batches = [asdict(one) for one in self.batches]
        content = {"version": VERSION, "check": self.check, "batches": batches, "erased": self.erased}
        draft = self.path / f"{NAME}.part"
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(content, stream, ensure_ascii=False, indent=1, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self.path / NAME)


def grown(batch: Batch, kept: int) -> Batch:
    """The batch with a next generation of its texts in full."""
    return replace(batch, kept=kept, generation=batch.generation + 1)


def _generation(file: Path) -> int:
    return int(file.name.removeprefix("kept-").partition(".")[0])


def is_state(path: Path) -> bool:
    """Whether a directory is a state."""
    return (path / NAME).is_file()


@contextmanager
def opened(path: Path, secret: Secret | None) -> Iterator[State]:
    """The state in this directory, made when it is not there. Without a secret it can be tidied and purged, not read.

    Raises StateRefused: another run holds it, it is of another version or another key, or it is something else."""
    _check_place(path)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (path / _LOCK).open("w") as lock:
        _hold(lock.fileno(), path)
        state = State(path, _content(path))
        if secret is not None:
            if state.check not in {None, secret.check}:
                message = f"{path} was made with another key. Give the key it was made with, or another --state."
                raise StateRefused(message)
            state.check = secret.check
        state.tidy()
        yield state


def _check_place(path: Path) -> None:
    strange = path.exists() and not path.is_dir()
    if strange or (path.is_dir() and not is_state(path) and {one.name for one in path.iterdir()} - {_LOCK, _DRAFT}):
        message = f"{path} is there already and is no state. Choose another --state."
        raise StateRefused(message)


def _hold(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        message = f"Another run holds the state {path}. Wait for it."
        raise StateRefused(message) from None


def _content(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads((path / NAME).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("version") != VERSION:
        message = f"{path / NAME} can't be read as version {VERSION} of a state. Choose another --state, or remove it."
        raise StateRefused(message)
    return found
