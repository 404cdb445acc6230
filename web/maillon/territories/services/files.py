"""Loads the project's own territory files."""

import lzma
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from maillon.territories.rules.coverage import Jurisdictions, read_jurisdictions
from maillon.territories.rules.rows import CommuneRow, read_communes, read_names
from maillon.territories.services.communes import load_communes, load_departements
from maillon.territories.services.jurisdictions import load_jurisdictions

FOLDER = Path(__file__).resolve().parents[1] / "data"


class UnknownDepartementError(ValueError):
    """No département has this code."""


@dataclass(frozen=True)
class Loaded:
    """How many rows a run changed; all zero when there was nothing to do."""

    departements: int
    communes: int
    competences: int


def load_files(departement: str | None = None, *, tell: Callable[[str], None] = lambda _line: None) -> Loaded:
    """Loads all of France, or one département. `tell` is given a line before each step.

    Raises UnknownDepartementError, before anything is written.
    """
    names = departement_names()
    if departement and departement not in names:
        raise UnknownDepartementError(departement)
    chosen = {departement: names[departement]} if departement else names
    tell(f"{len(chosen)} départements")
    departements = load_departements(chosen)
    rows = [row for row in commune_rows() if row.departement in chosen]
    tell(f"{len(rows)} communes")
    communes = load_communes(rows)
    files = [data for data in jurisdiction_files() if data.departement in chosen]
    tell(f"jurisdictions of {', '.join(data.departement for data in files) or 'no département'}")
    return Loaded(departements, communes, sum(load_jurisdictions(data) for data in files))


def departement_names() -> dict[str, str]:
    """Code → name of every département."""
    with (FOLDER / "departements.csv").open(encoding="utf-8") as lines:
        return read_names(lines)


def commune_rows() -> Iterator[CommuneRow]:
    """Every commune of the file."""
    with (FOLDER / "intercommunalities.csv").open(encoding="utf-8") as lines:
        intercommunalities = read_names(lines)
    with lzma.open(FOLDER / "communes.csv.xz", "rt", encoding="utf-8", newline="") as lines:
        yield from read_communes(lines, intercommunalities)


def jurisdiction_files() -> Iterator[Jurisdictions]:
    """Every département whose jurisdictions the project knows."""
    for path in sorted(FOLDER.glob("jurisdictions-*.toml")):
        yield read_jurisdictions(tomllib.loads(path.read_text(encoding="utf-8")))
