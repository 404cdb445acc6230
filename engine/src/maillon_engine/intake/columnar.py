"""Rows of a Parquet file."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine.errors import BatchRefused
from maillon_engine.intake.blocks import BYTES, ROWS, Block
from maillon_engine.intake.columns import Columns

_READ_AHEAD = 1024 * 1024


def blocks(path: Path, columns: Columns) -> Iterator[Block]:
    """One row a row, numbered from 1. Raises BatchRefused for a file that is broken or lacks a column."""
    try:
        # Without a read-ahead of its own size a column of a row group would be read whole.
        with pq.ParquetFile(path, buffer_size=_READ_AHEAD, pre_buffer=False) as file:
            names = columns.required_among(file.schema_arrow.names, str(path))
            yield from _blocks(file, names)
    except (pa.ArrowException, OSError) as error:
        message = f"{path}: this is not a Parquet file that can be read ({type(error).__name__})."
        raise BatchRefused(message) from None


def rows(path: Path) -> int:
    """How many rows a file says that it has; 0 for one that can't be read."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError):
        return 0


def _blocks(file: pq.ParquetFile, names: dict[str, str]) -> Iterator[Block]:
    number = 0
    for batch in file.iter_batches(_rows(file), columns=list(names.values())):
        held = {ours: batch.column(batch.schema.get_field_index(theirs)) for ours, theirs in names.items()}
        yield Block(np.arange(number + 1, number + 1 + batch.num_rows), held)
        number += batch.num_rows


def _rows(file: pq.ParquetFile) -> int:
    """How many rows make a block, from what the file says of its row groups."""
    groups = [file.metadata.row_group(place) for place in range(file.metadata.num_row_groups)]
    wide = max((group.total_byte_size / max(group.num_rows, 1) for group in groups), default=0.0)
    return max(1, min(ROWS, int(BYTES / max(wide, 1.0))))
