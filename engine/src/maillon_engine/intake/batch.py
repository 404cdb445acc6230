"""A batch: one file, or every file of a folder, in the order of their names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from maillon_engine.errors import BatchRefused
from maillon_engine.intake import columnar, delimited, jsonl
from maillon_engine.intake.blocks import Block
from maillon_engine.intake.columns import Columns

Reader = Callable[[Path, Columns], Iterator[Block]]
READERS: Mapping[str, Reader] = {
    ".parquet": columnar.blocks,
    ".csv": delimited.blocks,
    ".tsv": delimited.blocks,
    ".jsonl": jsonl.blocks,
    ".ndjson": jsonl.blocks,
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


def read(path: Path, columns: Columns) -> Iterator[Block]:
    """The rows of one file of a batch, block by block."""
    return READERS[path.suffix.lower()](path, columns)


def rows_said(paths: Iterable[Path]) -> int | None:
    """How many rows the files say that they have, without reading them; None where one of them does not say."""
    found = [columnar.rows(path) if path.suffix.lower() == ".parquet" else None for path in paths]
    return None if None in found else sum(one or 0 for one in found)
