"""Clusters of a run together with the earlier texts that read like theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from maillon_engine.linking.components import components
from maillon_engine.schemas import CLUSTERS, TEMPLATES
from maillon_engine.state.codes import code_of, kind_of
from maillon_engine.state.recall import Recalled, id_of
from maillon_engine.state.secret import Secret

# ("cluster", its number), ("code", that of a template the state knows), or ("text", the id of one that stands alone).
Node: TypeAlias = tuple[str, int | str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """`clusters` and `templates` as the edges want them, earlier texts among them. `codes` has the template code under
    which the state knows the wording of a text of this run, by its id."""

    clusters: pa.Table
    templates: pa.Table
    codes: Mapping[str, int]


def grouped(recalled: Recalled, clusters: pa.Table, templates: pa.Table) -> Grouped:
    """The clusters of the batch and of the texts in full, with the earlier texts that share their wording."""
    saving = _saving(templates)
    real = {name: _node(name, label, saving) for name, label in _labels(clusters)}
    nodes = real | {name: _earlier(name, codes) for name, codes in recalled.sketched.items()}
    groups = _groups(set(nodes.values()), list(_same(recalled, real, nodes)))
    sizes = Counter(groups[node] for node in nodes.values())
    numbers = _numbers(groups, sizes, max(saving, default=-1) + 1)
    found = {name: numbers.get(groups[node]) for name, node in nodes.items()}
    table = pa.Table.from_arrays([pa.array(list(found)), pa.array(list(found.values()), pa.int64())], schema=CLUSTERS)
    codes = _codes(groups)
    known = {name: codes[groups[node]] for name, node in real.items() if groups[node] in codes}
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


def _same(recalled: Recalled, real: Mapping[str, Node], nodes: Mapping[str, Node]) -> Iterator[tuple[Node, Node]]:
    """Which nodes are one wording: of a text and an earlier one that reads like it; of a text in full and its code."""
    for name, place in recalled.met.alike:
        if id_of(place) in nodes:
            yield real[name], nodes[id_of(place)]
    for name, place in recalled.places.items():
        for code in recalled.met.texts[place]:
            if kind_of(code) == "template":
                yield real[name], ("code", code)


def _groups(nodes: set[Node], same: list[tuple[Node, Node]]) -> dict[Node, int]:
    ordered = sorted(nodes | {node for pair in same for node in pair}, key=str)
    places = {node: place for place, node in enumerate(ordered)}
    ends = np.array([[places[one], places[two]] for one, two in same], np.int64).reshape(-1, 2)
    found = components(ends[:, 0], ends[:, 1], len(ordered)).tolist()
    return dict(zip(ordered, found, strict=True))


def _numbers(groups: Mapping[Node, int], sizes: Mapping[int, int], free: int) -> dict[int, int]:
    """The number of each group of several texts: that of its first cluster, else one that is free."""
    clusters: defaultdict[int, list[int]] = defaultdict(list)
    for (kind, value), group in groups.items():
        if kind == "cluster":
            clusters[group].append(int(value))
    numbers = {group: min(several) for group, several in clusters.items()}
    for group in sorted(group for group, size in sizes.items() if size > 1 and group not in numbers):
        numbers[group], free = free, free + 1
    return numbers


def _codes(groups: Mapping[Node, int]) -> dict[int, int]:
    codes: dict[int, int] = {}
    for (kind, value), group in groups.items():
        if kind == "code":
            codes[group] = min(int(value), codes.get(group, int(value)))
    return codes


def _with(templates: pa.Table, fresh: Mapping[int, int]) -> pa.Table:
    # What an earlier text shares with one of this run was alike enough to save bits, and cannot be counted any more.
    rows = [{"cluster_id": label, "documents": size, "gain_bits": 1.0, "parts": []} for label, size in fresh.items()]
    return pa.concat_tables([templates.cast(TEMPLATES), pa.Table.from_pylist(rows, schema=TEMPLATES)])
