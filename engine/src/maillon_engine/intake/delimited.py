"""Rows of a CSV file: comma, semicolon, tab or bar, quoted fields over several lines."""

import csv
from collections.abc import Iterator
from pathlib import Path

from maillon_engine.errors import BatchRefused
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.lines import LONGEST_LINE, lines
from maillon_engine.intake.rows import Raw

_SEPARATORS = ",;\t|"
# Stands for a line that is too long to be read: no file in UTF-8 holds a lone surrogate.
_TOO_LONG = "\ud800"


def rows(path: Path, columns: Columns) -> Iterator[Raw]:
    """One row a record, numbered by the line that it ends on. Raises BatchRefused without a usable header."""
    csv.field_size_limit(LONGEST_LINE)
    physical = _decoded(path)
    header_line = next(physical, "")
    separator = max(_SEPARATORS, key=header_line.count)
    header = next(csv.reader([header_line], delimiter=separator), [])
    places = {ours: header.index(theirs) for ours, theirs in columns.required_among(header, str(path)).items()}
    records = csv.reader((line + "\n" for line in physical), delimiter=separator)
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except csv.Error:
            # A field beyond every limit, or a quote that never ends: the reader goes on at the next line.
            yield Raw(records.line_num + 1, {}, Fault.TOO_LONG)
            continue
        yield _row(records.line_num + 1, record, places, len(header))


def _row(number: int, record: list[str], places: dict[str, int], width: int) -> Raw:
    if any(_TOO_LONG in value for value in record):
        return Raw(number, {}, Fault.TOO_LONG)
    if not any(value.strip() for value in record):
        return Raw(number, {}, Fault.EMPTY)
    if len(record) != width:
        return Raw(number, {}, Fault.COLUMNS)
    return Raw(number, {ours: record[place] for ours, place in places.items()})


def _decoded(path: Path) -> Iterator[str]:
    for line in lines(path):
        if line is not None and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = f"{path}: this is UTF-16. Save it as UTF-8."
            raise BatchRefused(message)
        yield _TOO_LONG if line is None else line.decode("utf-8", "surrogateescape")
