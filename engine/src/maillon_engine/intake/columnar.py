"""Rows of a Parquet file."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine.errors import BatchRefused
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.rows import Raw

_ROWS = 10_000


def rows(path: Path, columns: Columns) -> Iterator[Raw]:
    """One row a row, numbered from 1. Raises BatchRefused for a file that is broken or lacks a column."""
    try:
        with pq.ParquetFile(path) as file:
            names = columns.required_among(file.schema_arrow.names, str(path))
            yield from _rows(file, names)
    except (pa.ArrowException, OSError) as error:
        message = f"{path}: this is not a Parquet file that can be read ({type(error).__name__})."
        raise BatchRefused(message) from None


def _rows(file: pq.ParquetFile, names: dict[str, str]) -> Iterator[Raw]:
    number = 0
    for batch in file.iter_batches(_ROWS, columns=list(names.values())):
        held = [_bytes(batch.column(batch.schema.get_field_index(theirs))).to_pylist() for theirs in names.values()]
        for values in zip(*held, strict=True):
            number += 1
            yield Raw(number, dict(zip(names, values, strict=True)))


def _bytes(column: pa.Array) -> pa.Array:
    # Parquet files of others hold bytes that are not UTF-8 in columns of text: each value is looked at by itself.
    text = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    return column.cast(pa.large_binary()) if text else column
