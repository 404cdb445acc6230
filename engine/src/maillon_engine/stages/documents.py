"""First stage: a batch of files becomes the table of documents and the table of rejects. Bounded in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.intake.batch import files_of, read
from maillon_engine.intake.checking import Checked, Reject, checked
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.seen import Seen

Sink = Callable[[pa.Table], None]
# Small tables are handed on together, so that a file of many bad rows does not become a file of many small groups.
_LEAST_ROWS = 8_192


@dataclass
class Intake:
    """What a batch came to: how many rows were read, taken in, and refused."""

    rows: int = 0
    documents: int = 0
    rejects: int = 0


def run(
    batch: Path,
    documents: Sink,
    rejects: Sink,
    columns: Columns | None = None,
    *,
    on_rows: Callable[[int], None] = lambda _rows: None,
) -> Intake:
    """Hands on the documents of a batch and what it refuses, table by table, in the order of the files.

    `on_rows` hears how many rows have been read since it last did. Raises BatchRefused.
    """
    done, seen = Intake(), Seen()
    kept, refused = _Joined("documents", documents), _Joined("rejects", rejects)
    for path in files_of(batch):
        for block in read(path, columns or Columns()):
            found = checked(block, seen.fresh)
            kept.add(_documents(found))
            refused.add(_rejects(path.name, found.rejects))
            done.rows += block.rows
            on_rows(block.rows)
    kept.flush()
    refused.flush()
    done.documents, done.rejects = kept.rows, refused.rows
    return done


def _documents(found: Checked) -> pa.Table:
    return schemas.checked("documents", found.documents.drop("row").to_arrow(compat_level=pl.CompatLevel.oldest()))


def _rejects(file: str, found: list[Reject]) -> pa.Table:
    columns = {
        "file": [file] * len(found),
        "row": [one.number for one in found],
        "id": [one.id for one in found],
        "reason": [one.fault.value for one in found],
        "kept": [one.kept for one in found],
    }
    return pa.table(columns, schema=schemas.declared("rejects"))


class _Joined:
    """Hands tables on, joined to a size that is worth a group of rows in a file."""

    def __init__(self, name: str, sink: Sink) -> None:
        self.schema = schemas.declared(name)
        self.sink = sink
        self.held: list[pa.Table] = []
        self.waiting = self.rows = 0

    def add(self, table: pa.Table) -> None:
        if table.num_rows:
            self.held.append(table)
            self.waiting += table.num_rows
        if self.waiting >= _LEAST_ROWS:
            self.flush()

    def flush(self) -> None:
        if self.held:
            self.sink(pa.concat_tables(self.held).combine_chunks())
            self.rows += self.waiting
            self.held, self.waiting = [], 0
