"""Which documents name the same identity, among those that other traces tie already."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2

import pyarrow as pa

from maillon_engine.backends.base import Backend, Handle, Source
from maillon_engine.backends.registry import backend as opened
from maillon_engine.leads.identities import identity
from maillon_engine.linking import names, places
from maillon_engine.linking.kinds import KINDS
from maillon_engine.linking.weights import LEAST_TEXTS, grouped_digits
from maillon_engine.schemas import EDGES, checked

_TIED = """
SELECT id, posted_at, place, image_hash FROM documents WHERE id IN (SELECT id FROM edges)
"""
_SAID = """
SELECT d.id, d.text, p.place FROM documents AS d JOIN placed AS p ON d.id = p.id ORDER BY d.id
"""
_HANDLES = """
SELECT id, value FROM identifiers WHERE kind = 'handle' AND id IN (SELECT id FROM edges)
ORDER BY id, "start", "end", value
"""


def run(documents: pa.Table, identifiers: pa.Table, edges: pa.Table) -> pa.Table:
    """The table `edges` with the ties of kind name. As it was where Splink is not installed.

    Only texts that something else ties are compared: a name brings no text into a network.
    """
    with opened() as backend:
        return on(backend, documents, identifiers, edges)


def on(backend: Backend, documents: Source, identifiers: Source, edges: pa.Table) -> pa.Table:
    """As `run`, on a backend; the documents and identifiers may be files."""
    if not names.available():
        return edges
    texts, found = backend.table(documents), backend.table(identifiers)
    compared = names.compared(_records(backend, texts, found, backend.table(edges.select(["id"]))))
    counted = backend.arrow(backend.sql("SELECT COUNT(*) AS texts FROM documents", documents=texts))
    rows = list(_edges(compared.to_pylist(), counted["texts"][0].as_py()))
    tied = pa.concat_tables([checked("edges", edges), checked("edges", pa.Table.from_pylist(rows, schema=EDGES))])
    return checked("edges", tied.sort_by([(name, "ascending") for name in ("id", "kind", "value")]))


def _records(backend: Backend, documents: Handle, identifiers: Handle, edges: Handle) -> pa.Table:
    tied = backend.sql(_TIED, documents=documents, edges=edges)
    placed = places.placed(backend, tied, identifiers)
    said = backend.arrow(backend.sql(_SAID, documents=documents, placed=placed))
    handles: defaultdict[str, list[str]] = defaultdict(list)
    for row in backend.arrow(backend.sql(_HANDLES, identifiers=identifiers, edges=edges)).to_pylist():
        handles[row["id"]].append(row["value"])
    rows: list[dict[str, str | None]] = []
    for row in said.to_pylist():
        rows += _record(row["id"], row["text"], handles.get(row["id"], ()), row["place"])
    return pa.Table.from_pylist(rows, schema=names.RECORDS)


def _record(name: str, text: str, handles: Sequence[str], place: str | None) -> Iterator[dict[str, str | None]]:
    one = identity(text, handles)
    if one is not None:
        born = str(one.born) if one.born else None
        values = (one.given, one.surname or None, one.nickname or None, one.stem or None, place, born)
        yield {"id": name, **dict(zip(names.FIELDS, values, strict=True))}


def _edges(found: list[dict[str, str]], texts: int) -> Iterator[dict[str, object]]:
    """The rows of edges; the sentence quotes no value."""
    counts: defaultdict[str, int] = defaultdict(int)
    for row in found:
        counts[row["value"]] += 1
    for row in found:
        count = counts[row["value"]]
        bits = round((log2(max(texts, LEAST_TEXTS) + 1) - log2(count)) * KINDS["name"].reliability, 6)
        said = f"{bits:.1f}".replace(".", ",")
        why = (
            f"Même identité, semble-t-il, dans {count} textes sur {grouped_digits(texts)} : {row['why']}."
            f" Lien faible ({said} bits), qui ne réunit aucun texte à lui seul."
        )
        yield {**row, "kind": "name", "documents": count, "weight": bits, "hub": False, "why": why}
