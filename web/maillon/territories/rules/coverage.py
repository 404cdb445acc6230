"""Which jurisdiction covers which commune, as a data file says it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from maillon.base.enums import Confidence


class CoverageError(ValueError):
    """The data file contradicts itself. The message names the jurisdiction."""


@dataclass(frozen=True)
class Coverage:
    """A jurisdiction and what it covers: communes by code, whole intercommunalities, or all that is left."""

    code: str
    kind: str
    name: str
    confidence: Confidence
    source: str
    coverage_confidence: Confidence
    coverage_source: str
    communes: frozenset[str] = field(default_factory=frozenset)
    intercommunalities: frozenset[str] = field(default_factory=frozenset)
    everywhere_else: bool = False


@dataclass(frozen=True)
class Jurisdictions:
    """A département's file."""

    departement: str
    checked_on: dt.date
    coverages: tuple[Coverage, ...]


def read_jurisdictions(data: Mapping[str, Any]) -> Jurisdictions:
    """The parsed TOML as records. Raises CoverageError when an entry is incomplete or two claim the same."""
    coverages = tuple(_coverage(entry) for entry in data["jurisdiction"])
    _refuse_double_claims(coverages)
    return Jurisdictions(departement=data["departement"], checked_on=data["checked_on"], coverages=coverages)


def assign(places: Iterable[tuple[str, str]], coverages: Iterable[Coverage]) -> dict[tuple[str, str], Coverage]:
    """For each place (commune code, intercommunality code) and kind, the covering entry, keyed by (code, kind).

    A commune named by itself goes before its intercommunality, and that before “everywhere else”.
    """
    coverages = tuple(coverages)
    claims = {(entry.kind, code): entry for entry in coverages for code in entry.communes | entry.intercommunalities}
    rest = {entry.kind: entry for entry in coverages if entry.everywhere_else}
    found = {}
    for commune, intercommunality in places:
        for kind in {entry.kind for entry in coverages}:
            entry = claims.get((kind, commune)) or claims.get((kind, intercommunality)) or rest.get(kind)
            if entry:
                found[commune, kind] = entry
    return found


def _coverage(entry: Mapping[str, Any]) -> Coverage:
    try:
        covers = entry["covers"]
        return Coverage(
            code=entry["code"],
            kind=entry["kind"],
            name=entry["name"],
            confidence=Confidence(entry["confidence"]),
            source=entry["source"],
            coverage_confidence=Confidence(covers["confidence"]),
            coverage_source=covers["source"],
            communes=frozenset(covers.get("communes", ())),
            intercommunalities=frozenset(covers.get("intercommunalities", ())),
            everywhere_else=covers.get("everywhere_else", False),
        )
    except (KeyError, ValueError) as error:
        msg = f"{entry.get('code', 'a jurisdiction without a code')}: {error}"
        raise CoverageError(msg) from error


def _refuse_double_claims(coverages: Iterable[Coverage]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in coverages:
        claims = entry.communes | entry.intercommunalities | ({"everywhere else"} if entry.everywhere_else else set())
        for claim in sorted(claims):
            other = seen.setdefault((entry.kind, claim), entry.code)
            if other != entry.code:
                msg = f"{entry.code}: {claim} is already covered by {other}"
                raise CoverageError(msg)
