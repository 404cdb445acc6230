"""Which documents name the same identity, among those that other traces tie already."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from maillon_engine.leads.identities import identity
from maillon_engine.linking import names, places, traits
from maillon_engine.linking.kinds import KINDS
from maillon_engine.linking.weights import LEAST_TEXTS, grouped_digits
from maillon_engine.schemas import EDGES, checked


def run(documents: pa.Table, identifiers: pa.Table, edges: pa.Table) -> pa.Table:
    """The table `edges` with the ties of kind name. As it was where Splink is not installed.

    Only texts that something else ties are compared: a name brings no text into a network.
    """
    if not names.available():
        return edges
    tied = pc.unique(edges["id"])
    records = _records(*(_where(table, tied) for table in (documents, identifiers)))
    rows = list(_edges(names.compared(records).to_pylist(), documents.num_rows))
    found = pa.concat_tables([checked("edges", edges), checked("edges", pa.Table.from_pylist(rows, schema=EDGES))])
    return checked("edges", found.sort_by([(name, "ascending") for name in ("id", "kind", "value")]))


def _where(table: pa.Table, ids: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table["id"], value_set=ids))


def _records(documents: pa.Table, identifiers: pa.Table) -> pa.Table:
    found = traits.frame(identifiers)
    placed = places.placed(traits.numbered(documents), found)["place"]
    handles: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in found.filter(pl.col("kind") == "handle").select("id", "value").iter_rows():
        handles[name].append(value)
    rows: list[dict[str, str | None]] = []
    for name, text, place in zip(documents["id"], documents["text"], placed, strict=True):
        rows += _record(name.as_py(), text.as_py(), handles.get(name.as_py(), ()), place)
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
