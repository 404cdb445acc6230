"""Which stages a run has, what each needs, and what each gives.

Identifiers and edges are made by the engine that the run is given (`backends`). Clusters, networks and leads are made
here whatever the engine: a cluster is decided over all texts at once, a component over all edges, and what a lead is
made of is small.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pyarrow as pa

from maillon_engine.backends.base import Backend, Source


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage after the intake: `run` gets the tables of `needs` in their order, and gives those of `gives`.

    `on`, where there is one, does the same on a backend, which it gets first; its tables may be files.
    """

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[..., pa.Table | tuple[pa.Table, ...]]
    on: Callable[..., pa.Table | tuple[pa.Table, ...]] | None = None


def _later(name: str, way: str = "run") -> Callable[..., Any]:
    # A stage brings its libraries when its turn comes, not when somebody asks for --help.
    def run(*tables: Any, **more: Any) -> Any:
        return getattr(import_module(f"maillon_engine.stages.{name}"), way)(*tables, **more)

    return run


def _edges(documents: pa.Table, identifiers: pa.Table, *others: pa.Table, **more: Any) -> Any:
    found = _later("edges")(documents, identifiers, *others, **more)
    return _later("names")(documents, identifiers, found)


def _edges_on(backend: Backend, documents: Source, identifiers: Source, *others: Source) -> Any:
    found = _later("edges", "on")(backend, documents, identifiers, *others)
    return _later("names", "on")(backend, documents, identifiers, found)


STAGES: Sequence[Stage] = (
    Stage("identifiers", ("documents",), ("identifiers",), _later("identifiers"), _later("identifiers", "on")),
    Stage("clusters", ("documents",), ("clusters", "templates"), _later("clusters")),
    Stage("edges", ("documents", "identifiers", "clusters", "templates"), ("edges",), _edges, _edges_on),
    Stage("networks", ("edges",), ("networks",), _later("networks")),
    Stage("leads", ("documents", "identifiers", "edges", "networks"), ("leads",), _later("leads")),
)
