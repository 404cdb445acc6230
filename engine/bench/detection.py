"""The whole way on an invented corpus: stage by stage, and how many of the planted organisations become leads."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import _corpora
from bench._timing import timed
from maillon_engine import Run, detect, evaluate
from maillon_engine.synthetic.files import write

NAME = "engine-detection"
_TODAY = date(2026, 11, 25)


def run() -> list[dict[str, Any]]:
    """A row for each stage and one for all, of ten thousand texts; the first run of a machine also compiles."""
    size = _corpora.SIZES[0]
    with TemporaryDirectory() as folder:
        corpus = write(Path(folder), documents=size, seed=61)
        _, whole = timed(lambda: detect(Run(corpus.batch, corpus.basis, Path(folder, "out"), _TODAY)))
        stages = json.loads(Path(folder, "out", "timings.json").read_text("utf-8"))
        scores = evaluate(Path(folder, "out"), corpus.truth)
    rows = [_row(size, name, seconds) for name, seconds in stages.items() if isinstance(seconds, int | float)]
    leads = scores["leads"]
    return [*rows, {**_row(size, "all", whole), "precision": leads["precision"], "recall": leads["recall"]}]


def _row(texts: int, stage: str, seconds: float) -> dict[str, Any]:
    each = round(1e6 * seconds / texts, 1)
    return {
        "texts": texts, "stage": stage, "seconds": round(seconds, 3), "microseconds_a_text": each,
        "precision": None, "recall": None,
    }  # fmt: skip
