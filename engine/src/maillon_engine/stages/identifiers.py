"""The identifiers in the texts of the documents."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from maillon_engine.backends.base import ROWS, Backend, Source
from maillon_engine.identifiers.registry import extract_all, forget
from maillon_engine.schemas import IDENTIFIERS

_REGION = "FR"


def run(documents: pa.Table, region: str = _REGION) -> pa.Table:
    """The table identifiers: by document in their order, then by place. `region` as in `identifiers.extract`."""
    batches = documents.select(["id", "text"]).to_batches(max_chunksize=ROWS)
    made = pa.Table.from_batches([found(batch, region) for batch in batches], schema=IDENTIFIERS)
    forget()
    return made


def on(backend: Backend, documents: Source) -> pa.Table:
    """As `run`, on a backend; the table may be a file."""
    texts = backend.sql("SELECT id, text FROM documents", documents=backend.table(documents))
    made = backend.arrow(backend.mapped(texts, found, IDENTIFIERS))
    forget()
    ids = pq.read_table(documents, columns=["id"]) if not isinstance(documents, pa.Table) else documents
    return _ordered(made, ids["id"])


def _ordered(made: pa.Table, ids: pa.ChunkedArray) -> pa.Table:
    """By document in their order. A document's rows come together, and stay as they are among themselves."""
    places = pc.index_in(made["id"], value_set=ids.combine_chunks())
    follow = pc.greater_equal(pc.pairwise_diff(places.combine_chunks(), 1), 0)
    return made if pc.all(follow).as_py() else made.take(pc.sort_indices(places))


def found(batch: pa.RecordBatch, region: str = _REGION) -> pa.RecordBatch:
    """The identifiers in the columns `id` and `text` of a batch."""
    columns = list(zip(*_rows(batch, region), strict=True)) or [()] * len(IDENTIFIERS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, IDENTIFIERS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=IDENTIFIERS)


def _rows(batch: pa.RecordBatch, region: str) -> Iterator[tuple[str, str, str, int, int, bool, str]]:
    found = extract_all(batch["text"].to_pylist(), region=region)
    for name, items in zip(batch["id"].to_pylist(), found, strict=True):
        for item in items:
            yield name, item.kind, item.value, item.start, item.end, item.obfuscated, item.how
