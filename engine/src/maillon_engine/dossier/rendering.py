"""The page itself: one file, no script, nothing from elsewhere."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pyarrow as pa

from maillon_engine.dossier import words
from maillon_engine.dossier.maps import Place
from maillon_engine.dossier.reading import materials
from maillon_engine.dossier.view import Seen

NAME = "dossier.html"
# Leads that are shown in full; of more, the page could neither be read nor opened. All of them are in its first table.
SHOWN = 100


def render(
    tables: Mapping[str, pa.Table], manifest: Mapping[str, Any], places: Mapping[str, Place], *, reveal: bool = False
) -> str:
    """The dossier of a run from its tables, its manifest and the communes known (by INSEE code).

    Names and numbers are hidden unless `reveal`; the page says which. The strongest SHOWN leads are shown in full, the
    others with their figures alone; the page says so.
    """
    leads = [Seen(material, places, reveal=reveal).lead() for material in materials(tables, SHOWN)]
    return _page().render(leads=leads, others=_others(tables["leads"]), manifest=manifest, reveal=reveal)


@cache
def _page() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("maillon_engine.dossier"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = words.kind
    return environment.get_template("dossier.html")


def _others(leads: pa.Table) -> list[dict[str, Any]]:
    """The figures of the leads that are not shown in full, by rank."""
    figures = leads.select(["rank", "documents", "strength"]).sort_by("rank").slice(SHOWN)
    reasons = leads.sort_by("rank").slice(SHOWN)["evidence"].to_pylist()
    counts = [sum(item["side"] == "for" for item in evidence) for evidence in reasons]
    return [{**row, "reasons": number} for row, number in zip(figures.to_pylist(), counts, strict=True)]


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
