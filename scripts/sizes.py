"""Fails on a file or a function too long to be read in one go, and prints the medians."""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.tree import PROJECT, tracked

FILE_LIMIT = 400
FUNCTION_LIMIT = 50


@dataclass(frozen=True)
class Measure:
    """The length in lines of a file or of a function in it."""

    where: str
    lines: int


def files_of(paths: Iterable[Path], root: Path = PROJECT) -> list[Measure]:
    """The Python files of `paths`, without migrations, which a machine writes."""
    python = (path for path in paths if path.suffix == ".py" and "migrations" not in path.parts)
    return [
        Measure(str(path.relative_to(root)), len(path.read_text("utf-8").splitlines()))
        for path in python
        if path.stat().st_size
    ]


def functions_of(measures: Iterable[Measure], root: Path = PROJECT) -> Iterator[Measure]:
    """Every function of the measured files, from its `def` to its last line."""
    for measure in measures:
        tree = ast.parse((root / measure.where).read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield Measure(f"{measure.where}:{node.lineno} {node.name}", length)


def too_long(measures: Iterable[Measure], limit: int) -> list[str]:
    """One line for each measure over the limit."""
    return [f"{one.where}: {one.lines} lines, over {limit}" for one in measures if one.lines > limit]


def report(files: list[Measure], functions: list[Measure]) -> str:
    """The figures on one line."""
    return (
        f"{len(files)} files, median {median(one.lines for one in files):.0f}, longest {max(f.lines for f in files)}; "
        f"{len(functions)} functions, median {median(one.lines for one in functions):.0f}, "
        f"longest {max(f.lines for f in functions)} lines"
    )


def main() -> int:
    """Checks every Python file of the project; the medians are those of the code, without its tests."""
    files = files_of(tracked())
    functions = list(functions_of(files))
    found = too_long(files, FILE_LIMIT) + too_long(functions, FUNCTION_LIMIT)
    code = [one for one in files if "/tests/" not in f"/{one.where}"]
    sys.stdout.write(f"{report(code, list(functions_of(code)))}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
