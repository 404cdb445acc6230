"""Clusters with their templates, beside Drain3, which makes templates of log lines and nothing else."""

from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench import _corpora, _limit, _peers
from bench._timing import in_turn, rounds
from maillon_engine.evaluation.scores import of_pairs
from maillon_engine.stages import clusters

NAME = "engine-templates"
# Drain3 had not done with a hundred thousand adverts after five minutes (November 2026, two shared cores).
_MOST = {"plain": 10_000, "messages": 100_000}


def run() -> list[dict[str, Any]]:
    """A row for each corpus, size and tool."""
    clusters.run(_table(_corpora.corpus("plain", _corpora.SIZES[0])).slice(0, 500))
    return [row for kind in _MOST for size in _corpora.SIZES for row in _measured(_corpora.corpus(kind, size))]


def _table(made: _corpora.Corpus) -> pa.Table:
    return pq.read_table(made.path)


def _measured(made: _corpora.Corpus) -> list[dict[str, Any]]:
    size = len(made.texts)
    works = {"limit": lambda: _limit.five_grams(made.path), "ours": lambda: clusters.run(_table(made))}
    best = in_turn(works, rounds(size))
    ((found, templates), ours), (_, limit) = best["ours"], best["limit"]
    labels = found["cluster_id"].fill_null(-1).to_numpy()
    rows = [_row(made.kind, size, "maillon-engine", of_pairs(labels, made.truth).f1, templates.num_rows, ours, limit)]
    if size <= _MOST[made.kind]:
        answer = _peers.asked("drain3", made.texts)
        if answer is None:
            rows.append(_row(made.kind, size, "drain3", None, None, None, limit))
        else:
            score = of_pairs(answer.labels, made.truth).f1
            rows.append(_row(made.kind, size, "drain3", score, len(set(answer.labels) - {-1}), answer.seconds, limit))
    return rows


def _row(
    corpus: str, texts: int, tool: str, f1: float | None, templates: int | None, seconds: float | None, limit: float
) -> dict[str, Any]:
    return {
        "corpus": corpus, "texts": texts, "tool": tool, "templates": templates,
        "f1": None if f1 is None else round(f1, 4),
        "seconds": None if seconds is None else round(seconds, 3),
        "times_limit": None if seconds is None else round(seconds / limit, 1),
        "note": "" if seconds else f"stopped after {_peers.PATIENCE:.0f} s",
    }  # fmt: skip
