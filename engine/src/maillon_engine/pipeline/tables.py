"""Tables on disk: written whole or not at all, the same bytes for the same rows."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine import schemas
from maillon_engine.errors import BatchRefused


def write_table(path: Path, name: str, table: pa.Table) -> None:
    """Writes a table under its declared schema. Raises SchemaMismatch."""
    with writing(path, name) as writer:
        writer.write_table(schemas.checked(name, table))


@contextmanager
def writing(path: Path, name: str) -> Iterator[pq.ParquetWriter]:
    """A writer of the table's declared schema; the file takes its name once it is whole and on the disk."""
    draft = path.with_name(f".{path.name}.part")
    try:
        with pq.ParquetWriter(draft, schemas.declared(name), compression="zstd") as writer:
            yield writer
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_table(path: Path, name: str) -> pa.Table:
    """A table that `write_table` wrote. Raises SchemaMismatch for one of another version."""
    return schemas.checked(name, pq.read_table(path))


def read_columns(path: Path, columns: Sequence[str]) -> pa.Table:
    """These columns of somebody's Parquet file. Raises BatchRefused for one that can't be read, or lacks a column."""
    needed = " and ".join(columns) if len(columns) < 3 else f"{', '.join(columns[:-1])} and {columns[-1]}"
    try:
        names = pq.read_schema(path).names
        missing = [name for name in columns if name not in names]
        if missing:
            message = f"{path} has no column {' and no column '.join(missing)}; it needs {needed}."
            raise BatchRefused(message)
        return pq.read_table(path, columns=list(columns))
    except (OSError, pa.ArrowInvalid) as error:
        message = f"{path} can't be read as a Parquet file. Give the path of a Parquet file with {needed}."
        raise BatchRefused(message) from error
