"""Rows of the project's own territory files."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from maillon.territories.rules.folding import fold


@dataclass(frozen=True)
class CommuneRow:
    """One commune as the file gives it."""

    code: str
    name: str
    departement: str
    postal_codes: list[str]
    population: int | None
    epci: str
    epci_name: str
    longitude: float | None
    latitude: float | None

    @property
    def search_key(self) -> str:
        """The folded name."""
        return fold(self.name)


def read_names(lines: Iterable[str]) -> dict[str, str]:
    """A table of code and name as a mapping."""
    return {row["code"]: row["name"] for row in csv.DictReader(lines)}


def read_communes(lines: Iterable[str], intercommunalities: Mapping[str, str]) -> Iterator[CommuneRow]:
    """The communes of the file, in its order. Raises KeyError or ValueError on a file of another form."""
    for row in csv.DictReader(lines):
        yield CommuneRow(
            code=row["code"],
            name=row["name"],
            departement=row["departement"],
            postal_codes=row["postal_codes"].split(";") if row["postal_codes"] else [],
            population=int(row["population"]) if row["population"] else None,
            epci=row["epci"],
            epci_name=intercommunalities[row["epci"]] if row["epci"] else "",
            longitude=float(row["longitude"]) if row["longitude"] else None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
        )
