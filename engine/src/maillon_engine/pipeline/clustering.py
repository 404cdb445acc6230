"""`cluster`: a file of texts in, a file of clusters out."""

from pathlib import Path

import pyarrow as pa

from maillon_engine.pipeline.tables import read_columns, write_table
from maillon_engine.stages import clusters


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
    table = read_columns(source, ("id", "text"))
    return table.set_column(0, "id", table["id"].cast(pa.string())).set_column(
        1, "text", table["text"].cast(pa.large_string())
    )
