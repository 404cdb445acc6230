"""Runs every module of web/bench on a database of its own, prints its table, and writes bench/results/<name>.json.
`engine/bench` runs its own modules with this one's `main`, without a database.

A bench module has NAME (a file name), and `run()`, which returns its rows: dicts with the same keys, ready for JSON.
Names on the command line choose among them: `python -m scripts.bench reports`.
"""

import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from scripts.tree import PROJECT

MODULES = PROJECT / "web" / "bench"
RESULTS = PROJECT / "bench" / "results"
Row = dict[str, Any]


def found(folder: Path) -> list[ModuleType]:
    """The bench modules of a folder, by name of file; names that begin with an underscore are not for running."""
    sys.path.insert(0, str(folder.parent))
    names = sorted(path.stem for path in folder.glob("*.py") if not path.name.startswith("_"))
    return [importlib.import_module(f"{folder.name}.{name}") for name in names]


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text, numbers to the right."""
    if not rows:
        return "(no rows)"
    cells = [[str(key) for key in rows[0]], *([_shown(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    numeric = [any(isinstance(row[key], int | float) for row in rows) for key in rows[0]]

    def line(texts: list[str]) -> str:
        padded = zip(texts, widths, numeric, strict=True)
        return "  ".join(text.rjust(width) if right else text.ljust(width) for text, width, right in padded).rstrip()

    return "\n".join([line(cells[0]), "  ".join("-" * width for width in widths), *map(line, cells[1:])])


def machine() -> Row:
    """What the figures were measured on, without saying whose machine it is."""
    return {"cpus": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}


def measure(module: ModuleType, results: Path) -> None:
    """Runs one module, prints its table and writes its file."""
    started = time.monotonic()
    rows = module.run()
    sys.stdout.write(f"\n{module.NAME} ({time.monotonic() - started:.0f} s)\n\n{table(rows)}\n")
    sys.stdout.flush()
    results.mkdir(parents=True, exist_ok=True)
    content = {"name": module.NAME, "machine": machine(), "rows": rows}
    text = json.dumps(content, ensure_ascii=False, indent=2)
    (results / f"{module.NAME}.json").write_text(f"{text}\n", "utf-8")


def main(chosen: list[str], folder: Path = MODULES, results: Path = RESULTS) -> int:
    """Runs the chosen modules, or all. Fails when a chosen one does not exist."""
    modules = {module.NAME: module for module in found(folder)}
    unknown = [name for name in chosen if name not in modules]
    if unknown:
        sys.stderr.write(f"No such measure: {', '.join(unknown)}. There are: {', '.join(modules)}.\n")
        return 1
    for name, module in modules.items():
        if not chosen or name in chosen:
            measure(module, results)
    return 0


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        # Shares and short times: one digit behind the point would say nothing.
        return f"{value:,.1f}" if abs(value) >= 1 or value == 0 else f"{value:.4f}"
    return str(value)


if __name__ == "__main__":
    from scripts.bench_database import prepared

    with prepared():
        sys.exit(main(sys.argv[1:]))
