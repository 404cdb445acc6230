"""Holds what a file says against what came from its source before: what to add, change, end, keep."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from maillon.directory.exchange import words
from maillon.directory.exchange.areas import Areas
from maillon.directory.exchange.checking import in_the_future
from maillon.directory.exchange.differences import FieldChange, changes, merged
from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.records import BadRow, LeftOut, Problem, ProviderRecord, Record, Row, Sentence
from maillon.directory.exchange.reports import Report, Touched
from maillon.directory.exchange.stored import Stored
from maillon.directory.models import Service


@dataclass
class Found:
    """The rows of a file, each in its list. `names` are all that it speaks of, well or badly."""

    good: list[Record] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def sorted_out(rows: Iterable[Row], areas: Areas, today: dt.date) -> Found:
    """Every row, settled in France, checked against the rows before it and against today."""
    found, providers = Found(), dict[str, ProviderRecord]()
    for row in rows:
        settled = _settled(row, areas, today, found.names, providers)
        found.names.add(settled.external_id)
        if isinstance(settled, Record):
            found.good.append(settled)
        elif isinstance(settled, LeftOut):
            found.left_out.append(settled)
        else:
            found.bad.append(settled)
    _leave_out_our_own(found)
    return found


def _settled(row: Row, areas: Areas, today: dt.date, names: set[str], providers: dict[str, ProviderRecord]) -> Row:
    if not isinstance(row, Record):
        return row
    if row.external_id in names:
        return _bad(row, "id", words.TWICE, row.external_id)
    provider = providers.setdefault(row.provider.external_id, row.provider)
    if provider != row.provider:
        return _bad(row, "provider_id", words.ANOTHER_PROVIDER, row.provider.external_id)
    return in_the_future(row, today) or areas.settle(row)


def _bad(row: Record, name: str, what: Sentence, value: str) -> BadRow:
    return BadRow(row.where, (Problem(name, what, value),), row.external_id)


def _leave_out_our_own(found: Found) -> None:
    """What was written here and comes back under another's name would stand here twice."""
    ours = set(_written_here(record.external_id for record in found.good))
    if ours:
        found.left_out += [
            LeftOut(r.where, r.external_id, words.WRITTEN_HERE) for r in found.good if r.external_id in ours
        ]
        found.good = [record for record in found.good if record.external_id not in ours]


def _written_here(names: Iterable[str]) -> Iterator[str]:
    keys = {str(key): name for name in names if (key := _uuid(name))}
    here = Service.objects.filter(source="").values_list("pk", flat=True)
    yield from (keys[str(key)] for key in here.iterator() if str(key) in keys) if keys else ()


def _uuid(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None


@dataclass(frozen=True)
class Change:
    """A service here and what it becomes."""

    stored: Stored
    record: Record
    fields: tuple[FieldChange, ...]


@dataclass
class Work:
    """What has to be written."""

    added: list[Record] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    ended: list[Stored] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a file is to be taken.

    `complete`: it holds all of its source, so that what it does not name has ended. `overwrite`: also what a person has
    changed here since the last import; else that is listed as kept.
    """

    complete: bool = True
    overwrite: bool = False


def compared(
    found: Found, here: Mapping[str, Stored], *, kind: Format, options: Options, today: dt.date
) -> tuple[Report, Work]:
    """What the file would do, and the work that this makes."""
    held = _Held(Report(bad=found.bad, left_out=found.left_out), Work(), options)
    for record in found.good:
        held.report.notes += record.notes
        stored = here.get(record.external_id)
        if stored is None:
            held.add(record)
        else:
            held.compare(stored, merged(stored.record, record, kind))
    for stored in _missing(found, here, options):
        held.end(stored, today)
    return held.report, held.work


def _missing(found: Found, here: Mapping[str, Stored], options: Options) -> Iterator[Stored]:
    closed = {row.external_id for row in found.left_out if row.ended}
    for name, stored in here.items():
        is_gone = name in closed or (options.complete and name not in found.names)
        if is_gone and stored.record.ended_on is None:
            yield stored


@dataclass(frozen=True)
class _Held:
    """The report and the work, growing together."""

    report: Report
    work: Work
    options: Options

    def add(self, record: Record) -> None:
        self.work.added.append(record)
        self.report.added.append(Touched(record.external_id, record.name))

    def compare(self, stored: Stored, told: Record) -> None:
        fields = tuple(changes(stored.record, told))
        if not fields:
            self.report.untouched += 1
        elif self._keeps(stored, fields):
            return
        else:
            self.report.changed.append(Touched(told.external_id, stored.record.name, fields))
            self.work.changed.append(Change(stored, told, fields))

    def end(self, stored: Stored, today: dt.date) -> None:
        if not self._keeps(stored, (FieldChange("ended_on", None, today),)):
            self.report.ended.append(Touched(stored.record.external_id, stored.record.name))
            self.work.ended.append(stored)

    def _keeps(self, stored: Stored, fields: tuple[FieldChange, ...]) -> bool:
        """Whether a person's own words stand against this; it is listed then."""
        if not stored.is_edited or self.options.overwrite:
            return False
        self.report.kept.append(Touched(stored.record.external_id, stored.record.name, fields))
        return True
