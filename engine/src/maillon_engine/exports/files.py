"""Writes exports beside the tables of an output, so that what erases the output erases them, and records them."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from maillon_engine.dossier.reading import materials
from maillon_engine.errors import OutputRefused
from maillon_engine.exports import extras, ftm, graphs, i2, sheets
from maillon_engine.exports.network import network
from maillon_engine.pipeline import manifest
from maillon_engine.pipeline.keeping import KEPT
from maillon_engine.pipeline.tables import read_table


def export(folder: Path, formats: Collection[str], *, reveal: bool = False) -> list[Path]:
    """Writes the leads of an output in these `formats` of exports.FORMATS into its folder, and says so in its manifest.

    Names and numbers are masked unless `reveal`. Raises OutputRefused for a folder that is no output of `detect`, and
    MissingExtra, before anything is written, for a format whose library is not installed.
    """
    extras.check(formats)
    known = manifest.manifest_of(folder)
    if known is None or "basis" not in known:
        message = f"{folder} is no output of `maillon-engine detect`: it has no manifest.json."
        raise OutputRefused(message)
    found = materials({name: read_table(folder / f"{name}.parquet", name) for name in KEPT})
    net, about = network(found, reveal=reveal), _about(known["basis"])
    ways: dict[str, Callable[[], list[Path]]] = {
        "csv": lambda: sheets.write(folder, found, reveal=reveal),
        "graphml": lambda: graphs.write(folder, net, about),
        "gexf": lambda: graphs.write_gexf(folder, net, about),
        "ftm": lambda: ftm.write(folder, found, net, known, reveal=reveal),
        "i2": lambda: i2.write(folder, net, about),
    }
    made = [path for name, way in ways.items() if name in formats for path in way()]
    manifest.exported(folder, known, made, reveal=reveal)
    return made


def _about(basis: dict[str, Any]) -> dict[str, str]:
    wanted = ("service", "procedure", "purpose", "keep_until")
    return {**{name: str(basis[name]) for name in wanted}, "invented": str(basis["invented"]).lower()}
