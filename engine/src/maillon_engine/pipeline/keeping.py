"""What leaves a run: the documents of leads and what hangs on them. Of everybody else nothing does (guardrail G2)."""

from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

# What a run keeps of its leads, beside the rejects.
KEPT = ("documents", "identifiers", "clusters", "templates", "edges", "networks", "leads")
Tables = dict[str, pa.Table]
Summarise = Callable[[pa.Table, pa.Table], pa.Table]


def of_leads(tables: Mapping[str, pa.Table], summarise: Summarise) -> Tables:
    """The tables cut down to the documents of networks that are leads.

    Templates are made anew from these documents by `summarise(documents, clusters)`: examples of slots that were
    found in other people's texts must not go along.
    """
    network_ids = tables["leads"]["network_id"]
    networks = _where(tables["networks"], "network_id", network_ids)
    ids = pc.unique(networks["id"])
    kept = {name: _where(tables[name], "id", ids) for name in ("documents", "identifiers", "clusters", "edges")}
    templates = summarise(kept["documents"], kept["clusters"])
    return {**kept, "templates": templates, "networks": networks, "leads": tables["leads"]}


def _where(table: pa.Table, column: str, among: pa.Array) -> pa.Table:
    values = among.combine_chunks() if isinstance(among, pa.ChunkedArray) else among
    return table.filter(pc.is_in(table[column], value_set=values))
