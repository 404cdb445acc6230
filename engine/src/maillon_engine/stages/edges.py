"""From documents and their traces to the traits that they share."""

import polars as pl
import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.backends.base import Backend, Handle, Source
from maillon_engine.backends.registry import backend as opened
from maillon_engine.linking import contexts, hubs, outliers, places, stays, tours, traits, weights

# A table's columns that this stage looks at: the text is not among them.
_LOOKED_AT = "SELECT id, posted_at, place, image_hash FROM documents"


def run(
    documents: pa.Table,
    identifiers: pa.Table,
    clusters: pa.Table,
    templates: pa.Table | None = None,
    *,
    texts: int | None = None,
) -> pa.Table:
    """The table `edges`: one row for each document and trait that another document holds as well.

    A cluster of documents ties them only where its template saves bits, when `templates` is given.

    `texts` is how many texts the weights are counted among, where there were more than these documents.
    A hub has weight 0 and its row says in French why; so has any trait of a text that is a list of contacts.
    """
    with opened() as backend:
        return on(backend, documents, identifiers, clusters, templates, texts=texts)


def on(
    backend: Backend,
    documents: Source,
    identifiers: Source,
    clusters: Source,
    templates: Source | None = None,
    *,
    texts: int | None = None,
) -> pa.Table:
    """As `run`, on a backend; the tables may be files."""
    looked_at = backend.sql(_LOOKED_AT, documents=backend.table(documents))
    found, alike = backend.table(identifiers), backend.table(clusters)
    rows = backend.kept(places.placed(backend, looked_at, found))
    held = backend.kept(traits.gathered(backend, rows, found, alike, _meant(backend, alike, templates)))
    around = backend.kept(contexts.of_documents(backend, rows, held))
    held = _with_tours(backend, held, around, found)
    judged = hubs.judged(backend, contexts.of_traits(backend, held, around))
    weighed = weights.weighed(backend, judged, texts or _count(backend, looked_at))
    tied = backend.kept(weights.tied(backend, held, weighed, around))
    finished = outliers.apart(backend, tied, outliers.strangers(backend, tied, found))
    return schemas.checked("edges", backend.arrow(finished))


def _meant(backend: Backend, clusters: Handle, templates: Source | None) -> Handle:
    """The clusters that tie their documents."""
    if templates is None:
        return backend.sql("SELECT DISTINCT cluster_id FROM clusters", clusters=clusters)
    query = "SELECT cluster_id FROM templates WHERE gain_bits > 0"
    return backend.sql(query, templates=backend.table(templates))


def _with_tours(backend: Backend, held: Handle, around: Handle, identifiers: Handle) -> Handle:
    authored = backend.arrow(stays.authors(backend, around))
    said = backend.arrow(stays.spoken(backend, identifiers))
    found = tours.traits(traits.frame(authored), traits.frame(said))
    made = backend.table(found.to_arrow(compat_level=pl.CompatLevel.oldest()))
    query = "SELECT id, kind, value FROM held UNION ALL SELECT id, kind, value FROM tours"
    return backend.kept(backend.sql(query, held=held, tours=made))


def _count(backend: Backend, documents: Handle) -> int:
    counted = backend.arrow(backend.sql("SELECT COUNT(*) AS texts FROM documents", documents=documents))
    found: int = counted["texts"][0].as_py()
    return found
