"""Our own columns, one line per service; a further line with the same id adds a place. Shared by CSV and XLSX."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from maillon.directory.exchange import words
from maillon.directory.exchange.checking import record_of
from maillon.directory.exchange.cleaning import clean, shortened
from maillon.directory.exchange.records import BadRow, PlaceRecord, Problem, Record, Row

PROVIDER = ("id", "name", "description", "siret", "website")
PLACE = ("name", "address", "postal_code", "city", "commune", "longitude", "latitude", "hours")
LISTS = ("needs", "welcomes", "excludes", "languages", "zone")
SERVICE = (
    "name", "summary", "needs", "min_age", "max_age", "welcomes", "excludes", "languages", "eligibility", "zone_kind",
    "zone", "hours", "phone", "email", "website", "how", "cost", "is_confidential", "confidence", "confirmed_on",
    "confirmed_by", "source_url", "ended_on",
)  # fmt: skip
COLUMNS = ("id", *(f"provider_{name}" for name in PROVIDER), *SERVICE, *(f"place_{name}" for name in PLACE))
# Lines for professionals alone: taken in, never given out.
READ_ONLY = ("pro_phone", "pro_email")
REQUIRED = ("id", "provider_id", "provider_name", "name", "needs")
BETWEEN = "|"
Line = Mapping[str, str]
# A spreadsheet takes what begins so for a formula. Apostrophes before it are counted in, so that taking one away again
# gives back what was written.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def protected(text: str) -> str:
    """The text as a spreadsheet may hold it: what looks like a formula has an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unprotected(text: str) -> str:
    """The text without the apostrophe that `protected` has put there."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def lines_of(records: Iterable[Record]) -> Iterator[list[str]]:
    """The cells of each line, in the order of COLUMNS."""
    for record in records:
        facts = _facts(record)
        first, *others = record.places if record.places and not record.is_confidential else [None]
        yield _cells(facts | _place(first))
        for place in others:
            yield _cells({"id": record.external_id} | _place(place))


def _cells(line: Line) -> list[str]:
    return [protected(clean(line.get(column, ""))) for column in COLUMNS]


def _facts(record: Record) -> dict[str, str]:
    facts = {"id": record.external_id, "provider_id": record.provider.external_id}
    facts |= {f"provider_{name}": getattr(record.provider, name) for name in PROVIDER[1:]}
    return facts | {name: _shown(getattr(record, name)) for name in SERVICE}


def _place(place: PlaceRecord | None) -> dict[str, str]:
    return {f"place_{name}": _shown(getattr(place, name)) for name in PLACE} if place else {}


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return str(value)


def rows_of(lines: Iterator[Sequence[str]]) -> Iterator[Row]:
    """The services of a table whose first line names the columns; an empty line is passed over."""
    header = [clean(unprotected(name)).lower() for name in next(lines, ())]
    problems = [Problem(name, words.UNKNOWN_COLUMN) for name in header if name and name not in (*COLUMNS, *READ_ONLY)]
    problems += [Problem(name, words.MISSING) for name in REQUIRED if name not in header]
    if problems:
        yield BadRow(_("ligne {number}").format(number=1), tuple(problems))
        return
    group: list[tuple[int, Line]] = []
    for number, cells in enumerate(lines, start=2):
        line = {name: unprotected(text.strip()) for name, text in zip(header, cells, strict=False) if name and text}
        if not any(line.values()):
            continue
        if group and not line.get("id", "") == group[0][1].get("id") != "":
            yield _row(group)
            group = []
        group.append((number, line))
    if group:
        yield _row(group)


def _row(group: Sequence[tuple[int, Line]]) -> Row:
    number, line = group[0]
    where = _("ligne {number}").format(number=number)
    for later, other in group[1:]:
        at_odds = tuple(_at_odds(line, other))
        if at_odds:
            return BadRow(_("ligne {number}").format(number=later), at_odds, line.get("id", ""))
    return record_of(_raw(line, [other for _number, other in group]), where, forgiving=False)


def _at_odds(line: Line, other: Line) -> Iterator[Problem]:
    for name, text in other.items():
        if text and not name.startswith("place_") and text != line.get(name):
            yield Problem(name, words.ANOTHER_SERVICE, shortened(text))


def _raw(line: Line, group: Sequence[Line]) -> dict[str, Any]:
    raw: dict[str, Any] = {name: line[name] for name in (*SERVICE, *READ_ONLY) if name in line}
    raw |= {name: line[name].split(BETWEEN) for name in LISTS if name in line}
    raw["external_id"] = line.get("id")
    raw["provider"] = _part(line, "provider_") | {"external_id": line.get("provider_id")}
    raw["places"] = [_part(each, "place_") for each in group]
    return raw


def _part(line: Line, prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): text for name, text in line.items() if name.startswith(prefix)}
