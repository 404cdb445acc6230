"""Near-duplicates: F1 over pairs and time, beside rensa and datasketch, and times the physical limit.

InfoShield can't be installed any more (no package, libraries of 2021): its figures are what its own code gave in
November 2026 on two shared cores, on corpora of the same kinds and sizes made of real prose. Published (Lee et al.,
ICDE 2021): four million texts in eight hours on a laptop, 7.2 ms a text; precision of 84 to 85 % on labelled adverts.
"""

from collections.abc import Callable
from typing import Any

import pyarrow.parquet as pq

from bench import _corpora, _limit, _peers
from bench._timing import in_turn, rounds
from maillon_engine import cluster
from maillon_engine.evaluation.scores import of_pairs

NAME = "engine-clusters"
_PEERS = {"plain": ("rensa", "datasketch"), "hard": ("rensa", "datasketch"), "messages": ("rensa", "drain3")}
# datasketch takes half a minute for a hundred thousand, and more says nothing more. Among messages rensa compares every
# two of a cluster of tens of thousands: it took six gigabytes and had not done after minutes.
_MOST = {"rensa": 100_000, "datasketch": 10_000, "drain3": 100_000}
_MOST_MESSAGES = {"rensa": 10_000, "drain3": 100_000}
_CARRIED = "carried over: November 2026, two shared cores, same kind of corpus made of real prose"
_INFOSHIELD: tuple[tuple[str, int, str, float, float | None, str], ...] = (
    ("plain", 100_000, "InfoShield, coarse step", 0.534, 132.0, _CARRIED),
    ("plain", 100_000, "InfoShield, whole", 0.538, 523.0, f"{_CARRIED}; a cluster that crashes it left out"),
    ("hard", 10_000, "InfoShield, whole", 0.446, None, _CARRIED),
    ("messages", 32_000, "InfoShield, coarse step", 0.77, None, "carried over, as above; log lines of 16 real systems"),
)


def run() -> list[dict[str, Any]]:
    """A row for each corpus, size and tool."""
    cluster(_corpora.corpus("plain", _corpora.SIZES[0]).texts[:500])
    rows: list[dict[str, Any]] = []
    for kind, peers in _PEERS.items():
        for size in _corpora.SIZES:
            made = _corpora.corpus(kind, size)
            most = _MOST_MESSAGES if kind == "messages" else _MOST
            rows += _measured(made, [peer for peer in peers if size <= most[peer]])
        rows += _carried(kind)
    return rows


def _carried(kind: str) -> list[dict[str, Any]]:
    return [
        _row(corpus, texts, tool, f1, seconds, note, None, None)
        for corpus, texts, tool, f1, seconds, note in _INFOSHIELD
        if corpus == kind and texts <= _corpora.LARGE
    ]


def _measured(made: _corpora.Corpus, peers: list[str]) -> list[dict[str, Any]]:
    works: dict[str, Callable[[], Any]] = {
        "limit": lambda: _limit.five_grams(made.path),
        "ours": lambda: cluster(pq.read_table(made.path, columns=["text"])["text"]),
    }
    best = in_turn(works, rounds(len(made.texts)))
    (labels, ours), (_, limit) = best["ours"], best["limit"]
    size = len(made.texts)
    f1 = of_pairs(labels, made.truth).f1
    rows = [
        _row(made.kind, size, "physical limit", None, limit, "", limit, ours),
        _row(made.kind, size, "maillon-engine", f1, ours, "", limit, ours),
    ]
    for peer in peers:
        answer = _peers.asked(peer, made.texts)
        if answer is None:
            rows.append(_row(made.kind, size, peer, None, None, f"stopped after {_peers.PATIENCE:.0f} s", limit, ours))
        else:
            score, memory = of_pairs(answer.labels, made.truth).f1, f"{answer.megabytes:.0f} MB"
            rows.append(_row(made.kind, size, peer, score, answer.seconds, memory, limit, ours))
    return rows


def _row(
    corpus: str, texts: int, tool: str, f1: float | None, seconds: float | None, note: str,
    limit: float | None, ours: float | None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "corpus": corpus, "texts": texts, "tool": tool,
        "f1": None if f1 is None else round(f1, 4),
        "seconds": None if seconds is None else round(seconds, 3),
        "times_limit": round(seconds / limit, 1) if seconds and limit else None,
        "times_ours": round(seconds / ours, 2) if seconds and ours else None,
        "note": note,
    }  # fmt: skip
