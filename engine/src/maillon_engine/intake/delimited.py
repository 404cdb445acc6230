"""Rows of a CSV file: comma, semicolon, tab or bar, quoted fields over several lines."""

import csv
from collections.abc import Iterator
from pathlib import Path

from maillon_engine.errors import BatchRefused
from maillon_engine.intake import lines as physical
from maillon_engine.intake.blocks import NAMES, Block, Gathering
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.faults import Fault

_SEPARATORS = ",;\t|"
# A record may be longer than a line, for it may have many quoted fields; it is no longer than so many bytes.
_LONGEST_RECORD = 2 * physical.LONGEST_LINE


class _TooLongError(Exception):
    """The record that is being read goes on beyond every limit."""


class _Lines:
    """The lines of a file as text, for csv.reader. Bytes that are not UTF-8 become lone surrogates.

    A line that is too long comes as an empty one. Raises _TooLongError for a record without end and then goes on at the
    next line, which csv.reader takes as the start of another. `cut` says that the record was not read whole.
    """

    def __init__(self, path: Path) -> None:
        self.lines = physical.lines(path)
        self.number = 0
        self.begin()

    def begin(self) -> None:
        """Says that the next line begins a record."""
        self.record, self.cut = 0, False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.number += 1
        if line is None:
            self.cut = True
            return "\n"
        self.record += len(line)
        if self.record > _LONGEST_RECORD:
            raise _TooLongError
        return line.decode("utf-8", "surrogateescape") + "\n"


def blocks(path: Path, columns: Columns) -> Iterator[Block]:
    """One row a record, numbered by the line that it ends on. Raises BatchRefused without a usable header."""
    csv.field_size_limit(physical.LONGEST_LINE)
    source = _Lines(path)
    separator, header = _header(source, path)
    places = {ours: header.index(theirs) for ours, theirs in columns.required_among(header, str(path)).items()}
    gathering = Gathering([places.get(ours) for ours in NAMES])
    for record in _records(source, separator):
        row = Fault.TOO_LONG if source.cut else record if len(record) == len(header) else _why(record)
        full = gathering.add(source.number, row, source.record)
        source.begin()
        if full:
            yield gathering.taken()
    yield gathering.taken()


def _header(source: _Lines, path: Path) -> tuple[str, list[str]]:
    line = next(source, "").removesuffix("\n")
    if line.startswith(("\udcff\udcfe", "\udcfe\udcff")):
        message = f"{path}: this is UTF-16. Save it as UTF-8."
        raise BatchRefused(message)
    separator = max(_SEPARATORS, key=line.count)
    source.begin()
    return separator, next(csv.reader([line], delimiter=separator), [])


def _records(source: _Lines, separator: str) -> Iterator[list[str]]:
    records = csv.reader(source, delimiter=separator)
    while True:
        try:
            yield from records
        except (csv.Error, _TooLongError):
            # A field beyond every limit, or a quote that never ends: the reader goes on at the next line.
            source.cut = True
            yield []
            continue
        return


def _why(record: list[str]) -> Fault:
    return Fault.COLUMNS if any(value.strip() for value in record) else Fault.EMPTY
