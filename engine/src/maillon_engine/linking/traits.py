"""What each document holds that another may hold too: one row per document and trait."""

import polars as pl
import pyarrow as pa

from maillon_engine.backends.base import Backend, Handle
from maillon_engine.backends.literals import texts
from maillon_engine.linking import images
from maillon_engine.linking.kinds import IDENTIFYING

_GATHERED = f"""
SELECT DISTINCT h.id, h.kind, h.value FROM (
    SELECT id, kind, value FROM identifiers WHERE kind IN ({texts(IDENTIFYING)})
    UNION ALL
    SELECT c.id, 'template' AS kind, CAST(c.cluster_id AS VARCHAR) AS value
    FROM clusters AS c JOIN meant AS m ON c.cluster_id = m.cluster_id WHERE c.cluster_id >= 0
    UNION ALL
    SELECT p.id, 'image' AS kind, i.value FROM documents AS p JOIN pictures AS i ON p.image_hash = i.hash
) AS h JOIN documents AS d ON h.id = d.id
"""  # noqa: S608 (kinds of a module)


def frame(table: pa.Table) -> pl.DataFrame:
    """An Arrow table as a frame, without its metadata."""
    read = pl.from_arrow(table.replace_schema_metadata(None))
    if not isinstance(read, pl.DataFrame):
        message = "A table was expected, not a column."
        raise TypeError(message)
    return read


def gathered(backend: Backend, documents: Handle, identifiers: Handle, clusters: Handle, meant: Handle) -> Handle:
    """Every trait of every document, once: `id`, `kind`, `value`. Rows about unknown documents are left out.

    `meant` has the `cluster_id` of those clusters that tie their documents.
    """
    query = "SELECT DISTINCT image_hash AS hash FROM documents WHERE image_hash IS NOT NULL"
    # Whose pictures are alike is asked of all at once, here: they are few beside the texts.
    pictures = backend.table(images.traits(backend.arrow(backend.sql(query, documents=documents))["hash"]))
    return backend.sql(
        _GATHERED, documents=documents, identifiers=identifiers, clusters=clusters, meant=meant, pictures=pictures
    )
