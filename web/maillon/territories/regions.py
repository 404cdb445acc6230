"""The regions of France and their départements: facts of the project's files, which no instance changes."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from maillon.territories.rules.rows import read_names

_FOLDER = Path(__file__).parent / "data"


@cache
def regions() -> dict[str, str]:
    """INSEE code → name of the eighteen regions, by code. A region and a département may share a code (75)."""
    with (_FOLDER / "regions.csv").open(encoding="utf-8") as lines:
        return read_names(lines)


def region_of(departement: str) -> str:
    """The code of the region in which a département lies. KeyError for an unknown one."""
    return _regions_by_departement()[departement]


def departements_of(region: str) -> tuple[str, ...]:
    """The codes of a region's départements, in order; none for an unknown region."""
    return tuple(code for code, other in _regions_by_departement().items() if other == region)


def region_made_of(departements: Iterable[str]) -> str | None:
    """The code of the region that consists of exactly these départements; None when there is no such region."""
    given = set(departements)
    return next((code for code in regions() if given == set(departements_of(code))), None)


@cache
def _regions_by_departement() -> dict[str, str]:
    with (_FOLDER / "departements.csv").open(encoding="utf-8") as lines:
        return {row["code"]: row["region"] for row in csv.DictReader(lines)}
