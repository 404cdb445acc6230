"""Leads as one GraphML graph: texts and the traits that tie them, for Gephi, yEd, Cytoscape or igraph."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import igraph

from maillon_engine.dossier.masking import masked_value
from maillon_engine.dossier.reading import Material

NAME = "leads.graphml"


def write(folder: Path, found: Sequence[Material], about: dict[str, str], *, reveal: bool) -> list[Path]:
    """Writes leads.graphml: a node for each text (no text in it) and each shared trait, an edge for each holding.

    `about` becomes attributes of the graph: the basis, so that the file says what it rests on. Traits that were set
    aside are left out. Values are masked unless `reveal`; two traits that look alike when masked stay two nodes.
    """
    nodes: dict[tuple[str, str], dict[str, Any]] = {}
    edges: dict[tuple[str, str], tuple[int, float]] = {}
    for one in found:
        lead = int(one.lead["network_id"])
        for text in one.texts:
            at = text.posted_at.isoformat() if text.posted_at else ""
            nodes["text", text.id] = {"kind": "text", "label": text.id, "lead": lead, "posted_at": at}
        for edge in one.edges:
            if edge["hub"]:
                continue
            trait = f"{edge['kind']} {edge['value']}"
            label = edge["value"] if reveal else masked_value(edge["kind"], edge["value"])
            nodes["trait", trait] = {"kind": edge["kind"], "label": label, "lead": lead, "posted_at": ""}
            edges[edge["id"], trait] = (lead, float(edge["weight"]))
    path = folder / NAME
    _graph(nodes, edges, about).write_graphml(str(path))
    return [path]


def _graph(
    nodes: dict[tuple[str, str], dict[str, Any]], edges: dict[tuple[str, str], tuple[int, float]], about: dict[str, str]
) -> igraph.Graph:
    number = {node: place for place, node in enumerate(nodes)}
    graph = igraph.Graph(len(nodes), [(number["text", text], number["trait", trait]) for text, trait in edges])
    for name in ("kind", "label", "lead", "posted_at"):
        graph.vs[name] = [node[name] for node in nodes.values()]
    graph.es["lead"] = [lead for lead, _ in edges.values()]
    graph.es["weight"] = [weight for _, weight in edges.values()]
    for name, value in about.items():
        graph[name] = value
    return graph
