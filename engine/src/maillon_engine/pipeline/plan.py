"""Which stages a run has, what each needs, and what each gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage after the intake: `run` gets the tables of `needs` in their order, and gives those of `gives`."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[..., pa.Table | tuple[pa.Table, ...]]


def _later(name: str) -> Callable[..., Any]:
    # A stage brings its libraries when its turn comes, not when somebody asks for --help.
    def run(*tables: pa.Table, **more: Any) -> Any:
        return import_module(f"maillon_engine.stages.{name}").run(*tables, **more)

    return run


def _edges(documents: pa.Table, identifiers: pa.Table, *others: pa.Table, **more: Any) -> Any:
    found = _later("edges")(documents, identifiers, *others, **more)
    return _later("names")(documents, identifiers, found)


STAGES: Sequence[Stage] = (
    Stage("identifiers", ("documents",), ("identifiers",), _later("identifiers")),
    Stage("clusters", ("documents",), ("clusters", "templates"), _later("clusters")),
    Stage("edges", ("documents", "identifiers", "clusters", "templates"), ("edges",), _edges),
    Stage("networks", ("edges",), ("networks",), _later("networks")),
    Stage("leads", ("documents", "identifiers", "edges", "networks"), ("leads",), _later("leads")),
)
