"""What the dossier needs of the tables of a run, gathered by lead."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from maillon_engine.dossier.masking import Span, names_in
from maillon_engine.leads.identities import beside_given
from maillon_engine.leads.names import presented

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """A document with its spans."""

    id: str
    text: str
    posted_at: datetime | None
    place: str | None
    source: str | None
    spans: tuple[Span, ...]
    # INSEE codes of the communes that the text names, in its order.
    communes: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """One lead with everything that hangs on it."""

    lead: Row
    texts: tuple[Text, ...]
    templates: tuple[Row, ...]
    edges: tuple[Row, ...]

    @cached_property
    def names(self) -> set[str]:
        """The given names of its texts, in slots of templates or where a text presents somebody: what is hidden."""
        said = {name for text in self.texts for name in _named(text.text)}
        return said | names_in(template["parts"] for template in self.templates)

    def text(self, key: str) -> Text | None:
        """The text with this id."""
        return next((text for text in self.texts if text.id == key), None)


def materials(tables: Mapping[str, pa.Table], most: int | None = None) -> list[Material]:
    """The strongest `most` leads, or all, by rank. Of the tables, only their rows become Python objects."""
    leads = tables["leads"].sort_by("rank").slice(0, most)
    networks = _of(tables["networks"], "network_id", leads["network_id"])
    kept = {name: _of(tables[name], "id", networks["id"]) for name in ("documents", "identifiers", "edges", "clusters")}
    texts = _texts(kept["documents"], kept["identifiers"])
    members, edges = _grouped(networks, "network_id"), _grouped(kept["edges"], "id")
    clusters = {row["id"]: row["cluster_id"] for row in kept["clusters"].to_pylist()}
    used = _of(tables["templates"], "cluster_id", kept["clusters"]["cluster_id"].drop_null())
    templates = {row["cluster_id"]: row for row in used.to_pylist()}
    return [_material(lead, members, texts, edges, (clusters, templates)) for lead in leads.to_pylist()]


def _of(table: pa.Table, column: str, among: pa.ChunkedArray) -> pa.Table:
    return table.filter(pc.is_in(table[column], value_set=among.combine_chunks()))


def _material(
    lead: Row,
    members: Mapping[Any, list[Row]],
    texts: Mapping[str, Text],
    edges: Mapping[Any, list[Row]],
    templated: tuple[Mapping[str, Any], Mapping[Any, Row]],
) -> Material:
    clusters, templates = templated
    ids = sorted(row["id"] for row in members[lead["network_id"]])
    used = sorted(templates.keys() & {clusters.get(key) for key in ids})
    return Material(
        lead,
        tuple(sorted((texts[key] for key in ids if key in texts), key=_order)),
        tuple(templates[key] for key in used),
        tuple(edge for key in ids for edge in edges[key]),
    )


def _order(text: Text) -> tuple[bool, str, str]:
    return text.posted_at is None, text.posted_at.isoformat() if text.posted_at else "", text.id


def _named(text: str) -> set[str]:
    return {name for name, _, _ in presented(text)} | beside_given(text)


def _texts(documents: pa.Table, identifiers: pa.Table) -> dict[str, Text]:
    spans = _grouped(identifiers, "id")
    return {row["id"]: _text(row, spans[row["id"]]) for row in documents.to_pylist()}


def _text(row: Row, found: list[Row]) -> Text:
    ordered = sorted(found, key=lambda item: (item["start"], item["end"]))
    spans = tuple(Span(item["start"], item["end"], item["kind"]) for item in ordered)
    communes = tuple(item["value"] for item in ordered if item["kind"] == "place")
    return Text(row["id"], row["text"], row["posted_at"], row["place"], row["source"], spans, communes)


def _grouped(table: pa.Table, column: str) -> defaultdict[Any, list[Row]]:
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in table.to_pylist():
        groups[row[column]].append(row)
    return groups
