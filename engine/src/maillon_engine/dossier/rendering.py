"""The page itself: one file, no script, nothing from elsewhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pyarrow as pa

from maillon_engine.dossier import words
from maillon_engine.dossier.maps import Place
from maillon_engine.dossier.reading import materials
from maillon_engine.dossier.view import Seen

NAME = "dossier.html"


def render(
    tables: Mapping[str, pa.Table], manifest: Mapping[str, Any], places: Mapping[str, Place], *, reveal: bool = False
) -> str:
    """The dossier of a run from its tables, its manifest and the communes known (by INSEE code).

    Names and numbers are hidden unless `reveal`; the page says which.
    """
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("maillon_engine.dossier"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = words.kind
    leads = [Seen(material, places, reveal=reveal).lead() for material in materials(tables)]
    return environment.get_template("dossier.html").render(leads=leads, manifest=manifest, reveal=reveal)


def write(
    folder: Path,
    tables: Mapping[str, pa.Table],
    manifest: Mapping[str, Any],
    places: Mapping[str, Place],
    *,
    reveal: bool = False,
) -> Path:
    """Writes the dossier into a folder; see `render`."""
    path = folder / NAME
    path.write_text(render(tables, manifest, places, reveal=reveal), "utf-8")
    return path
