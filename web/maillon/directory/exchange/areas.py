"""The communes and other areas of France, held while a file is read: which exist, and which one a city stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from maillon.directory.exchange import words
from maillon.directory.exchange.checking import in_order, kind_of
from maillon.directory.exchange.cleaning import shortened
from maillon.directory.exchange.records import BadRow, Note, PlaceRecord, Problem, Record
from maillon.territories.models import Commune, Departement
from maillon.territories.rules.folding import fold


@dataclass(frozen=True)
class Town:
    """A commune, as far as exchanging needs it."""

    name: str
    departement: str
    postal_codes: tuple[str, ...]


class Areas:
    """Read once, in two queries."""

    def __init__(self) -> None:
        self._departements = set(Departement.objects.values_list("code", flat=True))
        self.towns: dict[str, Town] = {}
        self._by_epci: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], str] = {}
        rows = Commune.objects.values_list("code", "name", "departement_id", "postal_codes", "epci", "search_key")
        for code, name, departement, postal_codes, epci, key in rows.iterator():
            self.towns[code] = Town(name, departement, tuple(postal_codes))
            self._by_epci[epci].append(code)
            self._by_name |= {(postal, key): code for postal in postal_codes}

    def settle(self, record: Record) -> Record | BadRow:
        """The record with communes for its cities, and with a zone of areas that exist."""
        problems: list[Problem] = []
        places = in_order(self._place(place, problems) for place in record.places)
        zone = sorted(set(self._zone(record.zone, problems)))
        notes = record.notes
        if not zone and not problems:
            zone = sorted({f"D{self.towns[place.commune].departement}" for place in places})
            notes = (*notes, Note(record.where, record.external_id, words.ZONE_FROM_PLACE))
        if not zone and not problems:
            problems.append(Problem("zone", words.MISSING))
        if problems:
            return BadRow(record.where, tuple(problems), record.external_id)
        kind = record.zone_kind or kind_of(zone)
        if (places, tuple(zone), kind) == (record.places, record.zone, record.zone_kind):
            return record
        return replace(record, places=places, zone=tuple(zone), zone_kind=kind, notes=notes)

    def _place(self, place: PlaceRecord, problems: list[Problem]) -> PlaceRecord:
        code = place.commune or self._by_name.get((place.postal_code, fold(place.city)), "")
        if code not in self.towns:
            value = place.commune or f"{place.postal_code} {place.city}"
            problems.append(Problem("place_commune", words.NO_COMMUNE, shortened(value)))
        return place if code == place.commune else replace(place, commune=code)

    def _zone(self, zone: Iterable[str], problems: list[Problem]) -> Iterator[str]:
        for code in zone:
            if code.startswith("E") and self._by_epci.get(code[1:]):
                yield from (f"C{commune}" for commune in self._by_epci[code[1:]])
            elif code == "FR" or code[1:] in (self._departements if code.startswith("D") else self.towns):
                yield code
            else:
                problems.append(Problem("zone", words.NO_SUCH_AREA, code))
