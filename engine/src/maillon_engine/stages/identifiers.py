"""The identifiers in the texts of the documents."""

from collections.abc import Iterator

import pyarrow as pa

from maillon_engine.identifiers.registry import extract
from maillon_engine.schemas import IDENTIFIERS

_TEXTS = 4096


def run(documents: pa.Table, region: str = "FR") -> pa.Table:
    """The table identifiers: by document in their order, then by place. `region` as in `identifiers.extract`."""
    batches = documents.select(["id", "text"]).to_batches(max_chunksize=_TEXTS)
    return pa.Table.from_batches([_found(batch, region) for batch in batches], schema=IDENTIFIERS)


def _found(batch: pa.RecordBatch, region: str) -> pa.RecordBatch:
    columns = list(zip(*_rows(batch, region), strict=True)) or [()] * len(IDENTIFIERS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, IDENTIFIERS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=IDENTIFIERS)


def _rows(batch: pa.RecordBatch, region: str) -> Iterator[tuple[str, str, str, int, int, bool, str]]:
    for name, text in zip(batch["id"].to_pylist(), batch["text"].to_pylist(), strict=True):
        for item in extract(text, region=region):
            yield name, item.kind, item.value, item.start, item.end, item.obfuscated, item.how
