"""The manifest of an output: what it was made from, by what, on which basis, and what came out."""

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from maillon_engine import schemas
from maillon_engine.backends.registry import USUAL
from maillon_engine.basis import Basis
from maillon_engine.legal import INVENTED
from maillon_engine.linking import names
from maillon_engine.pipeline.digests import content_digest, file_digest
from maillon_engine.pipeline.records import read_json, write_json

NAME = "manifest.json"
TIMINGS = "timings.json"
_LIBRARIES = (
    "duckdb", "igraph", "numba", "numpy", "phonenumbers", "polars", "pyarrow", "scipy", "sqlglot", "text2num",
)  # fmt: skip


def made_by(backend: str = USUAL) -> dict[str, Any]:
    """The versions that a result depends on, and the engine that ran its stages."""
    return {
        "maillon_engine": version("maillon-engine"),
        "tables": schemas.VERSION,
        "python": platform.python_version(),
        "backend": backend,
        "libraries": {name: version(name) for name in _libraries(backend)},
    }


def _libraries(backend: str) -> tuple[str, ...]:
    optional = {"splink": names.available(), "pyspark": backend == "spark"}
    return (*_LIBRARIES, *(name for name, used in optional.items() if used))


def compared_names() -> dict[str, Any]:
    """Whether the names that texts give were compared, and by what or why not."""
    if names.available():
        return {"compared": True, "by": f"splink {version('splink')}"}
    return {"compared": False, "why": "Splink is not installed: maillon-engine[names] brings it."}


def basis_of(basis: Basis) -> dict[str, Any]:
    """The basis with the law it rests on, and whether that has to be confirmed."""
    law = {"name": basis.law.name, "article": basis.law.article, "to_confirm": basis.law.to_confirm}
    return {**basis.as_dict(), "law": law, "invented": basis.legal_basis == INVENTED}


def batch_of(files: list[Path]) -> list[dict[str, Any]]:
    """Each file of a batch by name, size and digest."""
    return [{"name": path.name, "bytes": path.stat().st_size, "sha256": file_digest(path)} for path in files]


def run_key(basis: Basis, batch: list[dict[str, Any]], options: Mapping[str, Any], backend: str = USUAL) -> str:
    """What makes two runs the same run: batch, basis, options, versions and engine."""
    by = made_by(backend)
    return content_digest({"basis": basis.as_dict(), "batch": batch, "options": dict(options), "by": by})


def written(folder: Path, content: Mapping[str, Any]) -> dict[str, Any]:
    """Writes the manifest of a folder with the digests of its files, and returns it."""
    files = sorted(path for path in folder.iterdir() if path.name not in {NAME, TIMINGS})
    whole = {**content, "digests": {path.name: file_digest(path) for path in files}}
    write_json(folder / NAME, whole)
    return whole


def manifest_of(folder: Path) -> dict[str, Any] | None:
    """The manifest of an output; None when the folder has none that can be read."""
    return read_json(folder / NAME)


def exported(folder: Path, known: Mapping[str, Any], files: Iterable[Path], *, reveal: bool) -> None:
    """Adds exports to the manifest of a folder: the digest of each, and whether it shows names and numbers."""
    entries = {path.name: {"sha256": file_digest(path), "reveal": reveal} for path in files}
    write_json(folder / NAME, {**known, "exports": {**known.get("exports", {}), **entries}})
