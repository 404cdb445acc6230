"""Connected components of ten million random edges, beside scipy: time in turn, memory each in a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import _components, _corpora
from bench._timing import in_turn

NAME = "engine-components"
# Ten million where texts are a hundred thousand or more; smaller where the whole run is to be small.
COUNT = 10_000_000 if _corpora.LARGE >= 100_000 else 100 * _corpora.LARGE


def run() -> list[dict[str, Any]]:
    """A row for each tool."""
    left, right = _components.edges(COUNT)
    _components.ours(left[:10], right[:10], COUNT)
    best = in_turn({name: _work(find, left, right) for name, find in _components.FINDERS.items()}, 2)
    scipy = best["scipy"][1]
    return [
        {
            "edges": COUNT, "nodes": COUNT, "tool": name, "components": found, "seconds": round(seconds, 2),
            "times_scipy": round(seconds / scipy, 2), "megabytes_on_top_of_the_edges": _memory(name),
        }
        for name, (found, seconds) in best.items()
    ]  # fmt: skip


def _work(find: _components.Finder, left: _components.Numbers, right: _components.Numbers) -> Any:
    return lambda: find(left, right, COUNT)


def _memory(name: str) -> int:
    program = [sys.executable, "-m", "bench._components", name, str(COUNT)]
    done = subprocess.run(program, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])  # noqa: S603
    return int(done.stdout)
