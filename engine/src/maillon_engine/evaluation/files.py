"""What is scored, by the form of what was found: a file of clusters, of identifiers, or a whole output."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from maillon_engine.errors import BatchRefused
from maillon_engine.evaluation import networks
from maillon_engine.evaluation.scores import ALONE, Labels, Score, of_pairs, of_sets
from maillon_engine.pipeline.tables import read_columns

Scores = dict[str, dict[str, Any]]
_NEEDED = ("id", "cluster", "network", "role", "noise", "identifiers")


def evaluate(found: Path, truth: Path) -> Scores:
    """The scores by name, each with its counts, precision, recall and F1.

    `found` is a file of clusters (`maillon-engine cluster`), of identifiers (`maillon-engine extract`, .jsonl) or an
    output directory (`maillon-engine detect`); `truth` is the truth.parquet of the same corpus. Raises BatchRefused
    where a file can't be read, lacks a column, or speaks of other texts than the truth.
    """
    true = read_columns(truth, _NEEDED)
    if found.is_dir():
        leads = read_columns(found / "leads.parquet", ("network_id",))
        scores = networks.scores(leads, read_columns(found / "networks.parquet", ("id", "network_id")), true)
    elif found.suffix == ".jsonl":
        scores = _identifiers(list(_lines(found)), true)
    else:
        scores = _clusters(read_columns(found, ("id", "cluster_id")), true)
    return {name: score.as_dict() for name, score in scores.items()}


def table(scores: Mapping[str, Mapping[str, Any]]) -> str:
    """The scores as lines for a terminal, columns aligned."""
    head = f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>10}{'found':>10}{'true':>10}"
    rows = [
        f"{name:24}{score['precision']:>10.4f}{score['recall']:>10.4f}{score['f1']:>10.4f}"
        f"{score['right']:>10}{score['found']:>10}{score['true']:>10}"
        for name, score in scores.items()
    ]
    return "\n".join([head, *rows])


def _clusters(found: pa.Table, true: pa.Table) -> dict[str, Score]:
    """Over all texts, then for the planted clusters of each noise level alone: there, recall is what tells."""
    groups = _labels(found, "cluster_id", true)
    planted = true["cluster"].fill_null(ALONE).to_numpy()
    noise = true["noise"].to_numpy()
    scores = {"clusters": of_pairs(groups, planted)}
    for level in np.unique(noise[planted != ALONE]):
        here = noise == level
        scores[f"clusters, noise {level}"] = of_pairs(np.where(here, groups, ALONE), np.where(here, planted, ALONE))
    return scores


def _labels(found: pa.Table, column: str, true: pa.Table) -> Labels:
    """The found labels in the truth's order; texts that the run does not name stand alone."""
    known = dict(zip(found["id"].to_pylist(), found[column].to_pylist(), strict=True))
    ids = true["id"].to_pylist()
    if known and not any(one in known for one in ids):
        message = "The truth and what was found speak of different texts: none of the ids is in both."
        raise BatchRefused(message)
    labels = (known.get(one) for one in ids)
    return np.array([ALONE if label is None else label for label in labels], dtype=np.int64)


def _identifiers(lines: list[dict[str, Any]], true: pa.Table) -> dict[str, Score]:
    """For each kind that the truth plants; hidden numbers and addresses have a line of their own."""
    planted = [(row["id"], one) for row in true.select(["id", "identifiers"]).to_pylist() for one in row["identifiers"]]
    kinds = sorted({one["kind"] for _, one in planted})
    found: set[tuple[str, ...]] = {
        (line["id"], one["kind"], one["value"]) for line in lines for one in line["identifiers"]
    }
    scores = {}
    for kind in kinds:
        expected: set[tuple[str, ...]] = {(text, kind, one["value"]) for text, one in planted if one["kind"] == kind}
        scores[kind] = of_sets({one for one in found if one[1] == kind}, expected)
        hidden = {(text, kind, one["value"]) for text, one in planted if one["kind"] == kind and one["hidden"]}
        if hidden:
            scores[f"{kind}, hidden"] = Score(len(found & hidden), len(found & hidden), len(hidden))
    return scores


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())
    except (OSError, ValueError) as error:
        message = f"{path} can't be read as JSON lines of `maillon-engine extract`."
        raise BatchRefused(message) from error
