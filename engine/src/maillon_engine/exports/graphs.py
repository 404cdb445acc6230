"""Leads as one graph for Gephi, yEd, Cytoscape or igraph: GraphML, or GEXF with the days on which texts were posted."""

from datetime import UTC
from pathlib import Path
from typing import Any

import igraph

from maillon_engine.exports import extras
from maillon_engine.exports.network import Network, Text, Trait, numbered

NAME, GEXF_NAME = "leads.graphml", "leads.gexf"


def write(folder: Path, network: Network, about: dict[str, str]) -> list[Path]:
    """Writes leads.graphml: a node for each text (no text in it) and each shared trait, an edge for each holding.

    `about` becomes attributes of the graph: the basis, so that the file says what it rests on.
    """
    number = {key: place for place, key in enumerate([*network.texts, *network.traits])}
    graph = igraph.Graph(len(number), [(number[tie.text], number[tie.trait]) for tie in network.ties])
    nodes = [*map(_of_text, network.texts.values()), *(_of_trait(trait) for trait in network.traits.values())]
    for name in ("kind", "label", "lead", "posted_at"):
        graph.vs[name] = [node[name] for node in nodes]
    graph.es["lead"] = [tie.lead for tie in network.ties]
    graph.es["weight"] = [tie.weight for tie in network.ties]
    for name, value in about.items():
        graph[name] = value
    path = folder / NAME
    graph.write_graphml(str(path))
    return [path]


def write_gexf(folder: Path, network: Network, about: dict[str, str]) -> list[Path]:
    """Writes leads.gexf (GEXF 1.3): the same graph, in which a text begins on the day (UTC) on which it was posted.

    The format has no attributes of a whole graph: `about` goes into its name. Raises MissingExtra without networkx.
    """
    nx = extras.library("gexf")
    dated = any(text.posted_at for text in network.texts.values())
    name = "; ".join(f"{key}: {value}" for key, value in about.items())
    graph = nx.Graph(name=name, **({"mode": "dynamic"} if dated else {}))
    texts, traits = numbered(network)
    for key, text in network.texts.items():
        graph.add_node(texts[key], **_of_text(text), **_start(text))
    for pair, trait in network.traits.items():
        graph.add_node(traits[pair], **_of_trait(trait))
    for tie in network.ties:
        graph.add_edge(texts[tie.text], traits[tie.trait], weight=tie.weight, lead=tie.lead)
    path = folder / GEXF_NAME
    nx.write_gexf(graph, path, version="1.3")
    return [path]


def _of_text(text: Text) -> dict[str, Any]:
    at = text.posted_at.isoformat() if text.posted_at else ""
    return {"kind": "text", "label": text.label, "lead": text.lead, "posted_at": at}


def _of_trait(trait: Trait) -> dict[str, Any]:
    return {"kind": trait.kind, "label": trait.label, "lead": trait.lead, "posted_at": ""}


def _start(text: Text) -> dict[str, str]:
    # The library calls every time a date: the day it is; `posted_at` holds the instant.
    return {"start": f"{text.posted_at.astimezone(UTC):%Y-%m-%d}"} if text.posted_at else {}
