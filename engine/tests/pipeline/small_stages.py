"""Small stages with real answers, so that the way itself can be tested: same text, same cluster; same cluster, lead."""

from collections import defaultdict

import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.pipeline.plan import Stage


def table(name, rows):
    return pa.Table.from_pylist(rows, schema=schemas.declared(name))


def identifiers(documents):
    rows = []
    for row in documents.to_pylist():
        for word in row["text"].split():
            if word.startswith("06"):
                start = row["text"].index(word)
                span = {"start": start, "end": start + len(word), "obfuscated": False, "how": "digits"}
                rows.append({"id": row["id"], "kind": "phone", "value": word, **span})
    return table("identifiers", rows)


def clusters(documents):
    groups = defaultdict(list)
    for row in documents.to_pylist():
        groups[row["text"]].append(row["id"])
    labels = {key: place for place, keys in enumerate(groups.values()) if len(keys) > 1 for key in keys}
    found = table("clusters", [{"id": key, "cluster_id": labels.get(key)} for key in documents["id"].to_pylist()])
    return found, summarise(documents, found)


def summarise(documents, clusters):
    texts = dict(zip(documents["id"].to_pylist(), documents["text"].to_pylist(), strict=True))
    members = defaultdict(list)
    for row in clusters.to_pylist():
        if row["cluster_id"] is not None:
            members[row["cluster_id"]].append(texts[row["id"]])
    part = {"role": "constant", "slot": None, "values": [], "distinct": 1, "present": 1.0}
    rows = [
        {"cluster_id": key, "documents": len(held), "gain_bits": 8.0, "parts": [{**part, "text": held[0]}]}
        for key, held in sorted(members.items())
    ]
    return table("templates", rows)


def edges(documents, identifiers, clusters, templates):
    base = {"documents": 2, "weight": 1.0, "hub": False, "why": "même texte"}
    rows = [
        {"id": row["id"], "kind": "template", "value": str(row["cluster_id"]), **base}
        for row in clusters.to_pylist()
        if row["cluster_id"] is not None
    ]
    return table("edges", rows)


def networks(edges):
    rows = [
        {"network_id": int(row["value"]), "component_id": int(row["value"]), "id": row["id"]}
        for row in edges.to_pylist()
    ]
    return table("networks", rows)


def leads(documents, identifiers, clusters, templates, edges, networks):
    sizes = defaultdict(int)
    for key in networks["network_id"].to_pylist():
        sizes[key] += 1
    rows = [
        {"network_id": key, "rank": rank, "documents": size, "strength": float(size), "evidence": []}
        for rank, (key, size) in enumerate(sorted(sizes.items()), start=1)
        if size > 2
    ]
    return table("leads", rows)


SMALL = (
    Stage("identifiers", ("documents",), ("identifiers",), identifiers),
    Stage("clusters", ("documents",), ("clusters", "templates"), clusters),
    Stage("edges", ("documents", "identifiers", "clusters", "templates"), ("edges",), edges),
    Stage("networks", ("edges",), ("networks",), networks),
    Stage("leads", ("documents", "identifiers", "clusters", "templates", "edges", "networks"), ("leads",), leads),
)
