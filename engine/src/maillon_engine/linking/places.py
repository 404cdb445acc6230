"""Where a text is from."""

import pyarrow as pa

from maillon_engine.backends.base import Backend, Handle

# A place as a batch has it, and its name.
GIVEN = pa.schema([pa.field("given", pa.string(), nullable=False), ("place", pa.string())])
_PLACED = """
WITH spoken AS (
    SELECT id, value, ROW_NUMBER() OVER (PARTITION BY id ORDER BY "start", value) AS turn
    FROM identifiers WHERE kind = 'place'
), told AS (
    SELECT id, value FROM spoken WHERE turn = 1
)
SELECT d.id, d.posted_at, d.image_hash, COALESCE(g.place, t.value) AS place
FROM documents AS d LEFT JOIN given AS g ON d.place = g.given LEFT JOIN told AS t ON d.id = t.id
"""


def placed(backend: Backend, documents: Handle, identifiers: Handle) -> Handle:
    """The documents (`id`, `posted_at`, `image_hash`) with `place`: the batch's column in lower case or, failing that,
    the first place in the text."""
    distinct = backend.sql("SELECT DISTINCT place AS given FROM documents WHERE place IS NOT NULL", documents=documents)
    given = backend.mapped(distinct, lowered, GIVEN)
    return backend.sql(_PLACED, documents=documents, identifiers=identifiers, given=given)


def lowered(rows: pa.RecordBatch) -> pa.RecordBatch:
    """Each `given` place with its name in lower case, null for white space. Engines do not agree what that is."""
    given = rows["given"].to_pylist()
    names = [one.lower().strip() or None for one in given]
    return pa.RecordBatch.from_arrays([pa.array(given, pa.string()), pa.array(names, pa.string())], schema=GIVEN)
