"""Erases what is past its keep-until, and proves it (guardrail G8). Figures stay; nothing about anybody does."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from maillon_engine.errors import OutputRefused
from maillon_engine.overwriting import erase_below, files_below, overwrite, remove_emptied
from maillon_engine.pipeline.manifest import manifest_of
from maillon_engine.pipeline.records import write_json
from maillon_engine.pipeline.workplace import SUFFIX, remembered
from maillon_engine.state.folder import Batch, State, is_state, opened


@dataclass(frozen=True)
class Purged:
    """What became of one directory, or of one batch of a state: `erased` files, or none where it may still be kept."""

    directory: str
    keep_until: str
    erased: int
    proof: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def purge(directories: Iterable[Path], *, today: date) -> list[Purged]:
    """Erases each output, or leftover of an interrupted run, whose keep-until is before `today`.

    Each file is overwritten and unlinked, then the directory goes, and a proof stays beside it: `NAME.purged.json`
    with the names, sizes and digests of what is gone, the counts and the dates. Of a state goes each batch that is
    past, what nothing names any more, and never the whole; its proofs are `NAME.KEY.purged.json`. Raises OutputRefused
    for a directory that is none of ours, before anything is erased, and StateRefused while a run holds a state.
    """
    asked = [(path, None if is_state(path) else _known(path)) for path in directories]
    done = []
    for path, known in asked:
        done += _purged_state(path, today) if known is None else [_purged(path, known, today)]
    return done


def _purged_state(path: Path, today: date) -> list[Purged]:
    with opened(path, None) as state:
        past = [one for one in state.batches if not one.live(today)]
        done = [_purged_batch(state, one, today) for one in past]
        left = [Purged(str(path), one.keep_until, 0) for one in state.batches]
    return done or left[:1]


def _purged_batch(state: State, batch: Batch, today: date) -> Purged:
    folder = state.folder(batch)
    # Gone already where an earlier purge was interrupted after it.
    files = files_below(folder) if folder.exists() else []
    proof = state.path.with_name(f"{state.path.name}.{batch.folder[:12]}.purged.json")
    about: dict[str, Any] = {
        "directory": state.path.name,
        "key": batch.key,
        "keep_until": batch.keep_until,
        "erased_on": today.isoformat(),
        "counts": {"texts": batch.texts, "remembered": batch.rows, "in full": batch.kept},
        "files": {file.name: file.lstat().st_size for file in files},
    }
    write_json(proof, {**about, "finished": False})
    if files:
        erase_below(folder)
    state.forget(batch, today)
    write_json(proof, {**about, "finished": True})
    return Purged(str(state.path), batch.keep_until, len(files), str(proof))


def _known(path: Path) -> dict[str, Any]:
    known = remembered(path) if path.name.endswith(SUFFIX) else manifest_of(path)
    if known is None or "keep_until" not in known.get("basis", {}):
        message = f"{path} is no output or state of maillon-engine, nor the leftover of a run: nothing is erased."
        raise OutputRefused(message)
    return known


def _purged(path: Path, known: dict[str, Any], today: date) -> Purged:
    # An output that has texts of earlier batches in it goes when the first of them has to.
    until = str(known.get("keep_until", known["basis"]["keep_until"]))
    if date.fromisoformat(until) >= today:
        return Purged(str(path), until, 0)
    files = files_below(path)
    sizes = {str(file.relative_to(path)): file.lstat().st_size for file in files}
    proof = path.with_name(f"{path.name}.purged.json")
    # Written before the first file goes: an interrupted purge is seen, and finished by the next.
    write_json(proof, {**_about(path, known, until, today), "files": sizes, "finished": False})
    for file in files:
        overwrite(file)
    # Fails if anything is left: then the proof stays unfinished.
    remove_emptied(path)
    write_json(proof, {**_about(path, known, until, today), "files": sizes, "finished": True})
    return Purged(str(path), until, len(files), str(proof))


def _about(path: Path, known: dict[str, Any], until: str, today: date) -> dict[str, Any]:
    exports = {name: entry["sha256"] for name, entry in known.get("exports", {}).items()}
    return {
        "directory": path.name,
        "key": known.get("key"),
        "keep_until": until,
        "erased_on": today.isoformat(),
        "digests": {**known.get("digests", {}), **exports},
        "counts": known.get("counts", {}),
    }
