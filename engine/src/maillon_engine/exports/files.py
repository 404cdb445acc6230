"""Writes exports beside the tables of an output, so that what erases the output erases them, and records them."""

import json
import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

from maillon_engine.dossier.reading import materials
from maillon_engine.errors import OutputRefused
from maillon_engine.exports import graphs, sheets
from maillon_engine.pipeline import manifest
from maillon_engine.pipeline.digests import file_digest
from maillon_engine.pipeline.tables import read_table

FORMATS = ("csv", "graphml")
_TABLES = ("documents", "identifiers", "clusters", "templates", "edges", "networks", "leads")


def export(folder: Path, formats: Collection[str], *, reveal: bool = False) -> list[Path]:
    """Writes the leads of an output in these `formats` of FORMATS into its folder, and says so in its manifest.

    Names and numbers are masked unless `reveal`. Raises OutputRefused for a folder that is no output of `detect`.
    """
    known = manifest.manifest_of(folder)
    if known is None or "basis" not in known:
        message = f"{folder} is no output of `maillon-engine detect`: it has no manifest.json."
        raise OutputRefused(message)
    found = materials({name: read_table(folder / f"{name}.parquet", name) for name in _TABLES})
    made: list[Path] = []
    if "csv" in formats:
        made += sheets.write(folder, found, reveal=reveal)
    if "graphml" in formats:
        made += graphs.write(folder, found, _about(known["basis"]), reveal=reveal)
    _recorded(folder, known, made, reveal=reveal)
    return made


def _about(basis: dict[str, Any]) -> dict[str, str]:
    wanted = ("service", "procedure", "purpose", "keep_until")
    return {**{name: str(basis[name]) for name in wanted}, "invented": str(basis["invented"]).lower()}


def _recorded(folder: Path, known: dict[str, Any], made: list[Path], *, reveal: bool) -> None:
    entries = {path.name: {"sha256": file_digest(path), "reveal": reveal} for path in made}
    whole = {**known, "exports": {**known.get("exports", {}), **entries}}
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
    half = folder / f"{manifest.NAME}.half"
    half.write_text(f"{text}\n", "utf-8")
    # At once: a manifest that is half there would hide what the output rests on.
    os.replace(half, folder / manifest.NAME)  # noqa: PTH105 - Path.replace is the same
