"""The corpora that are measured on, as files: those of the tests, by kind and size, the same at every run."""

import os
import random
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

SMALL = 10_000
LARGE = int(os.environ.get("MAILLON_BENCH_SIZE") or 100_000)
SIZES = tuple(sorted({min(size, LARGE) for size in (SMALL, 10 * SMALL, LARGE)}))
_TESTS = Path(__file__).resolve().parents[1] / "tests"
_SEED = 61
# Goes when the program ends.
_FOLDER = TemporaryDirectory(prefix="maillon-bench-")


@dataclass(frozen=True)
class Corpus:
    """A file of texts (columns id, text), and the planted cluster of each, -1 for none."""

    kind: str
    path: Path
    texts: list[str]
    truth: npt.NDArray[np.int64]


def of_tests(folder: str, name: str) -> ModuleType:
    """A module of generators that lies beside the tests, where its neighbours are imported by their bare names."""
    path = str(_TESTS / folder)
    if path not in sys.path:
        sys.path.insert(0, path)
    return import_module(name)


@lru_cache(maxsize=8)
def corpus(kind: str, size: int) -> Corpus:
    """Adverts "plain" or "hard" (phrases that strangers share too), or "messages" of machines, about `size` of them."""
    made = (
        _messages(size) if kind == "messages" else of_tests("clustering", "corpora").Adverts(_SEED).corpus(size, kind)
    )
    path = Path(_FOLDER.name) / f"{kind}-{size}.parquet"
    pq.write_table(pa.table({"id": [str(place) for place in range(len(made.texts))], "text": made.texts}), path)
    return Corpus(kind, path, made.texts, np.array(made.truth, np.int64))


def _messages(size: int) -> Any:
    made = of_tests("clustering", "messages")
    return made.corpus(_SEED, per_style=max(1, size // len(made.STYLES)))


def hidden_numbers(each: int) -> list[tuple[str, str]]:
    """Texts with a hidden French number, and it in E.164: `each` of every way of hiding, not those of the tests."""
    made = of_tests("identifiers", "hiding")
    return [made.french_case(seed)[1:] for seed in range(9_000_000, 9_000_000 + each * len(made.FRENCH))]


def plain_adverts(count: int) -> list[str]:
    """Small adverts that hide nothing."""
    texts = corpus("plain", SMALL).texts
    return random.Random(_SEED).sample(texts, min(count, len(texts)))  # noqa: S311 - a choice to be had again
