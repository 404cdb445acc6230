"""Where a service acts: communes (C61001), départements (D61) or the country (FR), and how that is corrected."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

COUNTRY = "FR"
DOUBTS_TO_PROPOSE = 3
DOUBTED_WITHIN = dt.timedelta(days=180)


@dataclass(frozen=True)
class Corrected:
    """A zone without some communes, and its kind (a value of ZoneKind)."""

    kind: str
    zone: tuple[str, ...]


def commune_entry(code: str) -> str:
    """How a zone names a commune."""
    return f"C{code}"


def departement_entry(code: str) -> str:
    """How a zone names a département."""
    return f"D{code}"


def covers(zone: Collection[str], commune: str, departement: str) -> bool:
    """Whether a service with this zone acts in the commune. Codes as the territories have them."""
    return not {commune_entry(commune), departement_entry(departement), COUNTRY}.isdisjoint(zone)


def proposes(moments: Collection[dt.datetime], at: dt.datetime) -> bool:
    """Whether refusals at these moments are enough to ask somebody: three in 180 days."""
    return sum(at - DOUBTED_WITHIN < moment <= at for moment in moments) >= DOUBTS_TO_PROPOSE


def without(
    kind: str,
    zone: Iterable[str],
    refused: Mapping[str, str],
    *,
    communes_of: Mapping[str, Collection[str]],
    departements: Collection[str],
) -> Corrected:
    """The zone without the refused communes (code → département).

    A département that holds one of them becomes its other communes, as `communes_of` lists them; a whole country first
    becomes its `departements`. Empty when nothing is left: the service ended rather than moved.
    """
    whole = set(zone)
    if COUNTRY in whole:
        whole = (whole - {COUNTRY}) | {departement_entry(code) for code in departements}
    for code in set(refused.values()):
        if departement_entry(code) in whole:
            whole.remove(departement_entry(code))
            whole |= {commune_entry(commune) for commune in communes_of[code]}
    left = whole - {commune_entry(code) for code in refused}
    return Corrected("communes" if left != set(zone) else kind, tuple(sorted(left)))
