"""What each document holds that another may hold too: one row per document and trait."""

import polars as pl
import pyarrow as pa

from maillon_engine.linking import images
from maillon_engine.linking.kinds import IDENTIFYING

SCHEMA = {"doc": pl.UInt32, "kind": pl.String, "value": pl.String}


def frame(table: pa.Table) -> pl.DataFrame:
    """An Arrow table as a frame, without its metadata."""
    read = pl.from_arrow(table.replace_schema_metadata(None))
    if not isinstance(read, pl.DataFrame):
        message = "A table was expected, not a column."
        raise TypeError(message)
    return read


def numbered(documents: pa.Table) -> pl.DataFrame:
    """The documents with their row number as `doc`; the text stays where it is."""
    columns = [name for name in documents.schema.names if name != "text"]
    return frame(documents.select(columns)).with_row_index("doc").with_columns(pl.col("doc").cast(pl.UInt32))


def gathered(documents: pl.DataFrame, identifiers: pl.DataFrame, clusters: pl.DataFrame) -> pl.DataFrame:
    """Every trait of every document, once: `doc`, `kind`, `value`. Rows about unknown documents are left out."""
    rows = documents.select("doc", "id")
    held = identifiers.filter(pl.col("kind").is_in(IDENTIFYING)).select("id", "kind", "value")
    alike = clusters.filter(pl.col("cluster_id") >= 0).select(
        "id", pl.lit("template").alias("kind"), pl.col("cluster_id").cast(pl.String).alias("value")
    )
    named = pl.concat([held, alike]).join(rows, on="id").select("doc", "kind", "value")
    pictured = images.traits(documents["image_hash"])
    return pl.concat([named, pictured]).unique(maintain_order=False).sort("doc", "kind", "value")
