"""First stage: a batch of files becomes the table of documents and the table of rejects. Bounded in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.intake.batch import files_of, read
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.rows import Document, Raw, document

Sink = Callable[[pa.Table], None]
# Rows that are held before they are handed on.
_ROWS = 20_000
_FIELDS = tuple(schemas.DOCUMENTS.names)


@dataclass
class Intake:
    """What a batch came to: how many rows were read, taken in, and refused."""

    rows: int = 0
    documents: int = 0
    rejects: int = 0
    # Half of a 128-bit digest of each id: in ten million ids, two share one by chance once in 400,000 batches.
    seen: set[int] = field(default_factory=set, repr=False)


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
    done = Intake()
    kept = _Buffer("documents", documents)
    refused = _Buffer("rejects", rejects)
    for path in files_of(batch):
        for raw in read(path, columns or Columns()):
            found = _taken(raw, done)
            if isinstance(found, Document):
                kept.add({name: getattr(found, name) for name in _FIELDS})
            for reject in _rejects(path.name, raw, found):
                refused.add(reject)
            done.rows += 1
            if done.rows % _ROWS == 0:
                on_rows(_ROWS)
    kept.flush()
    refused.flush()
    done.documents, done.rejects = kept.rows, refused.rows
    on_rows(done.rows % _ROWS)
    done.seen.clear()
    return done


def _taken(raw: Raw, done: Intake) -> Document | Fault:
    found = raw.fault or document(raw.values)
    if isinstance(found, Fault):
        return found
    digest = int.from_bytes(blake2b(found.id.encode(), digest_size=8).digest(), "big")
    if digest in done.seen:
        return Fault.DUPLICATE_ID
    done.seen.add(digest)
    return found


def _rejects(file: str, raw: Raw, found: Document | Fault) -> Iterator[dict[str, Any]]:
    row = {"file": file, "row": raw.number, "id": None}
    if isinstance(found, Document):
        yield from ({**row, "id": found.id, "reason": fault.value, "kept": True} for fault in found.faults)
    else:
        yield {**row, "reason": found.value, "kept": False}


class _Buffer:
    def __init__(self, name: str, sink: Sink) -> None:
        self.schema = schemas.declared(name)
        self.sink = sink
        self.held: list[dict[str, Any]] = []
        self.rows = 0

    def add(self, row: dict[str, Any]) -> None:
        self.held.append(row)
        if len(self.held) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        if self.held:
            self.sink(pa.Table.from_pylist(self.held, schema=self.schema))
            self.rows += len(self.held)
            self.held = []
