"""Clusters of a run together with the earlier texts that read like theirs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyarrow as pa

from maillon_engine.schemas import CLUSTERS, TEMPLATES
from maillon_engine.state.codes import code_of, kind_of
from maillon_engine.state.recall import Recalled, id_of
from maillon_engine.state.secret import Secret

# ("cluster", its number), ("code", that of a template the state knows), or ("text", the id of one that stands alone).
Node: TypeAlias = tuple[str, int | str]
_CERTAIN = 1000


@dataclass(frozen=True, slots=True)
class Grouped:
    """`clusters` and `templates` as the edges want them, earlier texts among them. `codes` has the template code under
    which the state knows the wording of a text of this run, by its id."""

    clusters: pa.Table
    templates: pa.Table
    codes: Mapping[str, int]


def grouped(recalled: Recalled, clusters: pa.Table, templates: pa.Table) -> Grouped:
    """The clusters of the batch and of the texts in full, with the earlier texts that share their wording.

    A cluster goes with one known template at most, and a template with one cluster: no text joins two of them."""
    saving = _saving(templates)
    real = {name: _node(name, label, saving) for name, label in _labels(clusters)}
    earlier = {name: _earlier(name, codes) for name, codes in recalled.sketched.items()}
    joins = _joins(_support(recalled, real, earlier))
    nodes = real | {name: joins.get(node, node) for name, node in earlier.items()}
    numbers = _numbers(Counter(nodes.values()), max(saving, default=-1) + 1)
    found = {name: numbers.get(node) for name, node in nodes.items()}
    table = pa.Table.from_arrays([pa.array(list(found)), pa.array(list(found.values()), pa.int64())], schema=CLUSTERS)
    codes = {node: int(code) for (kind, code), node in joins.items() if kind == "code"}
    known = {name: codes[node] for name, node in real.items() if node in codes}
    fresh = Counter(one for one in found.values() if one is not None and one not in saving)
    return Grouped(table, _with(templates, fresh), known)


def template_codes(
    secret: Secret, key: str, clusters: pa.Table, templates: pa.Table, known: Mapping[str, int]
) -> dict[str, int]:
    """The template code under which each text is to be remembered: a known one, else one of its cluster."""
    saving = _saving(templates)
    fresh = {label: code_of(secret, "template", f"{key}:{label}") for label in saving}
    own = {name: fresh[label] for name, label in _labels(clusters) if label in saving}
    return own | dict(known)


def _saving(templates: pa.Table) -> set[int]:
    gains = zip(templates["cluster_id"].to_pylist(), templates["gain_bits"].to_pylist(), strict=True)
    return {label for label, gain in gains if gain > 0}


def _labels(clusters: pa.Table) -> Iterator[tuple[str, int | None]]:
    return zip(clusters["id"].to_pylist(), clusters["cluster_id"].to_pylist(), strict=True)


def _node(name: str, label: int | None, saving: set[int]) -> Node:
    return ("cluster", label) if label is not None and label in saving else ("text", name)


def _earlier(name: str, codes: tuple[int, ...]) -> Node:
    template = next((code for code in codes if kind_of(code) == "template"), None)
    return ("text", name) if template is None else ("code", template)


def _support(recalled: Recalled, real: Mapping[str, Node], earlier: Mapping[str, Node]) -> Counter[tuple[Node, Node]]:
    """How much speaks for a text of this run and an earlier node to be one wording. That a text in full was known
    under a code says more than any likeness."""
    found: Counter[tuple[Node, Node]] = Counter()
    for name, place in recalled.met.alike:
        if id_of(place) in earlier:
            found[real[name], earlier[id_of(place)]] += 1
    for name, place in recalled.places.items():
        for code in recalled.met.texts[place]:
            if kind_of(code) == "template":
                found[real[name], ("code", code)] += _CERTAIN
    return found


def _joins(support: Counter[tuple[Node, Node]]) -> dict[Node, Node]:
    """The node of this run that each earlier one goes with, the best supported first."""
    joins: dict[Node, Node] = {}
    coded: set[Node] = set()
    for (node, before), _ in sorted(support.items(), key=lambda item: (-item[1], str(item[0]))):
        code = before[0] == "code"
        if before not in joins and not (code and node in coded):
            joins[before] = node
            if code:
                coded.add(node)
    return joins


def _numbers(sizes: Mapping[Node, int], free: int) -> dict[Node, int]:
    """The number of each node of several texts: that of its cluster, else one that is free."""
    numbers = {node: int(node[1]) for node in sizes if node[0] == "cluster"}
    others = sorted((node for node, size in sizes.items() if size > 1 and node not in numbers), key=str)
    return numbers | {node: free + place for place, node in enumerate(others)}


def _with(templates: pa.Table, fresh: Mapping[int, int]) -> pa.Table:
    # What an earlier text shares with one of this run was alike enough to save bits, and cannot be counted any more.
    rows = [{"cluster_id": label, "documents": size, "gain_bits": 1.0, "parts": []} for label, size in fresh.items()]
    return pa.concat_tables([templates.cast(TEMPLATES), pa.Table.from_pylist(rows, schema=TEMPLATES)])
