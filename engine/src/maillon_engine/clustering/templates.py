"""Each cluster as a template: what stays, where it changes, and how many bits the template saves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine import collecting
from maillon_engine.clustering.aligning import Line, Part, base_of, line, parts_of
from maillon_engine.clustering.slots import kind_of
from maillon_engine.schemas import TEMPLATES

# Texts of a cluster that are laid under each other; figures of a larger cluster are estimated from so many, evenly
# spread over it.
LOOKED_AT = 16
EXAMPLES = 5
LONGEST_EXAMPLE = 80


def summarise(texts: pa.Array | pa.ChunkedArray | Sequence[str], labels: npt.NDArray[np.int64]) -> pa.Table:
    """The templates (schema TEMPLATES, by cluster_id) of the clusters that `labels` gives the texts, -1 for none.

    `gain_bits` is what a minimum description length saves: each text word by word, against the template once and the
    fillings and deviations of each text (Rissanen 1978; used for adverts by InfoShield, Lee et al., ICDE 2021).
    """
    column = texts if isinstance(texts, pa.Array | pa.ChunkedArray) else pa.array(texts, pa.large_string())
    members = _members(labels)
    chosen = {label: _spread(places) for label, places in members.items()}
    wanted = np.concatenate([np.empty(0, np.int64), *chosen.values()])
    read = dict(zip(wanted.tolist(), column.take(pa.array(wanted)).to_pylist(), strict=True))
    with collecting.later():
        lines = {label: [line(read[place] or "") for place in places] for label, places in chosen.items()}
        bits = _bits(one for several in lines.values() for one in several)
        rows = [_row(label, len(members[label]), lines[label], bits) for label in sorted(members)]
    return pa.Table.from_pylist(rows, schema=TEMPLATES)


def _members(labels: npt.NDArray[np.int64]) -> dict[int, npt.NDArray[np.int64]]:
    clustered = np.flatnonzero(labels >= 0)
    order = clustered[np.argsort(labels[clustered], kind="stable")]
    names, firsts = np.unique(labels[order], return_index=True)
    return dict(zip(names.tolist(), np.split(order, firsts[1:]), strict=True)) if len(names) else {}


def _spread(places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    if len(places) <= LOOKED_AT:
        return places
    return places[np.arange(LOOKED_AT) * len(places) // LOOKED_AT]


def _bits(lines: Iterable[Line]) -> Mapping[str, float]:
    """What a word costs to write: the rarer, the more."""
    counts: Counter[str] = Counter()
    for one in lines:
        counts.update(one.keys)
    total = counts.total() + len(counts)
    return {key: log2(total / count) for key, count in counts.items()}


def _row(label: int, documents: int, lines: Sequence[Line], bits: Mapping[str, float]) -> dict[str, Any]:
    parts = parts_of(base_of(lines), lines)
    scale = documents / len(lines)
    return {
        "cluster_id": label,
        "documents": documents,
        "gain_bits": round(_gain(lines, parts, bits, scale), 1),
        "parts": [_written(parts, i) for i in range(len(parts))],
    }


def _gain(lines: Sequence[Line], parts: Sequence[Part], bits: Mapping[str, float], scale: float) -> float:
    costs = [(sum(bits[key] for key in part.keys), part.present) for part in parts if part.constant]
    template = sum(cost + log2(len(parts) + 1) for cost, _ in costs)
    constant = sum(cost * present * len(lines) for cost, present in costs)
    # A line costs its place in the list of templates, one bit a part, and all that the constants do not say.
    each = len(lines) * (len(parts) + 1.0)
    return scale * (constant - each) - template


def _written(parts: Sequence[Part], at: int) -> dict[str, Any]:
    part = parts[at]
    if part.constant:
        return {"role": "constant", "text": part.text, "present": round(part.present, 4), "values": [], "distinct": 1}
    before = parts[at - 1].text if at else ""
    after = parts[at + 1].text if at + 1 < len(parts) else ""
    found = Counter(value for value in part.values if value)
    short = [value for value, _ in sorted(found.items(), key=_often) if len(value) <= LONGEST_EXAMPLE]
    return {
        "role": "slot",
        "text": "",
        "slot": kind_of(found, before, after),
        "values": short[:EXAMPLES],
        "distinct": len(found),
        "present": round(part.present, 4),
    }


def _often(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
