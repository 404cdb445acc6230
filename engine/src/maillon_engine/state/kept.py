"""The texts of leads that a state holds in full, each under the row of its sketch, until their batch expires."""

import os
from collections.abc import Collection
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from maillon_engine import schemas

_ROW = pa.field("row", pa.uint32(), nullable=False)
_DOCUMENTS = pa.schema([_ROW, *schemas.DOCUMENTS])


def _file(folder: Path, name: str, generation: int) -> Path:
    return folder / f"kept-{generation}.{name}.parquet"


def write(folder: Path, generation: int, documents: pa.Table, identifiers: pa.Table) -> None:
    """Writes these documents (with `row`) and their identifiers."""
    _write(_file(folder, "documents", generation), documents.select(_DOCUMENTS.names).cast(_DOCUMENTS))
    _write(_file(folder, "identifiers", generation), schemas.checked("identifiers", identifiers))


def read(folder: Path, generation: int, rows: Collection[int] | None = None) -> tuple[pa.Table, pa.Table]:
    """The documents of these rows, with `row`, and their identifiers; of every row when none are said."""
    documents = pq.read_table(_file(folder, "documents", generation))
    identifiers = pq.read_table(_file(folder, "identifiers", generation))
    if rows is not None:
        wanted = pa.array(sorted(rows), pa.uint32())
        documents = documents.filter(pc.is_in(documents["row"], value_set=wanted))
        identifiers = identifiers.filter(pc.is_in(identifiers["id"], value_set=documents["id"].combine_chunks()))
    return documents, schemas.checked("identifiers", identifiers)


def _write(path: Path, table: pa.Table) -> None:
    with path.open("wb") as stream:
        pq.write_table(table, stream, compression="zstd")
        stream.flush()
        os.fsync(stream.fileno())
