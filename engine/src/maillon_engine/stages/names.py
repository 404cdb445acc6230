"""Which documents name the same identity, where they name one well enough and Splink is installed."""

from collections import defaultdict

import pyarrow as pa

from maillon_engine.leads.identities import identity
from maillon_engine.linking import names, places, traits


def run(documents: pa.Table, identifiers: pa.Table) -> pa.Table | None:
    """The table `names` that `edges.run` takes (`linking.names.NAMES`); None where Splink is not installed."""
    return names.compared(_records(documents, identifiers)) if names.available() else None


def _records(documents: pa.Table, identifiers: pa.Table) -> pa.Table:
    found = traits.frame(identifiers)
    placed = places.placed(traits.numbered(documents), found)
    handles: defaultdict[str, list[str]] = defaultdict(list)
    for row in found.rows(named=True):
        if row["kind"] == "handle":
            handles[row["id"]].append(row["value"])
    rows = []
    texts = zip(documents["id"].to_pylist(), documents["text"].to_pylist(), placed["place"], strict=True)
    for name, text, place in texts:
        one = identity(text, handles[name])
        if one is not None:
            born = str(one.born) if one.born else None
            values = (one.given, one.surname or None, one.nickname or None, one.stem or None, place, born)
            rows.append({"id": name, **dict(zip(names.FIELDS, values, strict=True))})
    return pa.Table.from_pylist(rows, schema=names.RECORDS)
