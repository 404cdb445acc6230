"""A report of an import in words and short lists."""

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from maillon.base.dates import date_format
from maillon.directory.enums import Cost, Need, Trait, ZoneKind
from maillon.directory.exchange.cleaning import shortened
from maillon.directory.exchange.records import PlaceRecord, ProviderRecord
from maillon.directory.exchange.reports import Report, Touched
from maillon.portals.admin.exchange.labels import label_of

# A page that lists a hundred thousand services helps nobody; the command lists them all.
MOST = 100
_CODES: dict[str, dict[str, Any]] = {
    "needs": dict(Need.choices),
    "welcomes": dict(Trait.choices),
    "excludes": dict(Trait.choices),
    "cost": dict(Cost.choices),
    "zone_kind": dict(ZoneKind.choices),
}


@dataclass(frozen=True)
class Line:
    """One line of a table: of which entry, which field, what was and what would be; or what is wrong, and where."""

    name: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Shown:
    """The first lines of each list. `more` says which lists go on."""

    bad: list[Line]
    changed: list[Line]
    kept: list[Line]
    added: list[str]
    ended: list[str]
    reasons: list[tuple[str, int]]
    most: int = MOST


def shown(report: Report) -> Shown:
    """What a page shows of a report."""
    bad = (
        Line(
            " ".join(part for part in (row.where, row.external_id) if part), label_of(it.field), it.value, str(it.what)
        )
        for row in report.bad
        for it in row.problems
    )
    return Shown(
        bad=list(islice(bad, MOST)),
        changed=_lines(report.changed),
        kept=_lines(report.kept),
        added=[each.name for each in report.added[:MOST]],
        ended=[each.name for each in report.ended[:MOST]],
        reasons=list(report.reasons()),
    )


def _lines(touched: list[Touched]) -> list[Line]:
    lines = (
        Line(each.name, label_of(change.field), _said(change.before, change.field), _said(change.after, change.field))
        for each in touched
        for change in each.fields
    )
    return list(islice(lines, MOST))


def _said(value: Any, field: str) -> str:
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, tuple):
        return ", ".join(_said(each, field) for each in value)
    return shortened(_plain(value, field))


def _plain(value: Any, field: str) -> object:
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if isinstance(value, dt.date):
        return date_format(value)
    if isinstance(value, PlaceRecord):
        return " ".join(part for part in (value.name, value.address, value.commune) if part)
    return value.name if isinstance(value, ProviderRecord) else _CODES.get(field, {}).get(value, value)
