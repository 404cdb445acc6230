"""`cluster`: a file of texts in, a file of clusters out."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from maillon_engine.errors import BatchRefused
from maillon_engine.pipeline.tables import write_table
from maillon_engine.stages import clusters

_COLUMNS = ("id", "text")


def cluster_file(source: Path, out: Path, templates: Path | None = None) -> int:
    """Writes the table clusters of a Parquet file with the columns id and text, and its templates where asked for.

    Returns how many clusters there are. Raises BatchRefused for a file that can't be read or lacks a column.
    """
    found, summaries = clusters.run(_read(source))
    write_table(out, "clusters", found)
    if templates is not None:
        write_table(templates, "templates", summaries)
    return len(summaries)


def _read(source: Path) -> pa.Table:
    try:
        names = pq.read_schema(source).names
        missing = [name for name in _COLUMNS if name not in names]
        if missing:
            message = f"{source} has no column {' and no column '.join(missing)}; it needs id and text."
            raise BatchRefused(message)
        table = pq.read_table(source, columns=list(_COLUMNS))
    except (OSError, pa.ArrowInvalid) as error:
        message = f"{source} can't be read as a Parquet file. Give the path of a Parquet file with id and text."
        raise BatchRefused(message) from error
    return table.set_column(0, "id", table["id"].cast(pa.string())).set_column(
        1, "text", table["text"].cast(pa.large_string())
    )
