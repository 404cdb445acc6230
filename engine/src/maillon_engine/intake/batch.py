"""A batch: one file, or every file of a folder, in the order of their names."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from maillon_engine.errors import BatchRefused
from maillon_engine.intake import columnar, delimited, jsonl
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.rows import Raw

Reader = Callable[[Path, Columns], Iterator[Raw]]
READERS: Mapping[str, Reader] = {
    ".parquet": columnar.rows,
    ".csv": delimited.rows,
    ".tsv": delimited.rows,
    ".jsonl": jsonl.rows,
    ".ndjson": jsonl.rows,
}


def files_of(batch: Path) -> list[Path]:
    """The files of a batch. Raises BatchRefused when there is nothing, or something that no reader knows."""
    if not batch.exists():
        message = f"{batch}: there is no such file or folder."
        raise BatchRefused(message)
    found = [batch] if batch.is_file() else sorted(path for path in batch.iterdir() if not path.name.startswith("."))
    if not found:
        message = f"{batch}: the folder is empty."
        raise BatchRefused(message)
    for path in found:
        if path.suffix.lower() not in READERS or not path.is_file():
            message = f"{path}: not a file of a batch. It takes in {', '.join(READERS)}."
            raise BatchRefused(message)
    return found


def read(path: Path, columns: Columns) -> Iterator[Raw]:
    """The rows of one file of a batch."""
    return READERS[path.suffix.lower()](path, columns)
