"""XLSX in our own columns: the first sheet, its first line naming the columns. Every cell is written as text."""

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from maillon.directory.exchange import words
from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.formats.table import COLUMNS, lines_of, rows_of
from maillon.directory.exchange.records import BadRow, LeftOut, Problem, Record, Row

# A hundred thousand services take about 250 MB unpacked; a file made to fill the memory takes more.
MOST_UNPACKED = 600 * 1024 * 1024
CELL = 32_767
# What zipfile, the XML parser and openpyxl raise on files that are none, or broken ones.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, OSError, EOFError, SyntaxError, LookupError, ValueError,
    TypeError, AttributeError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
# Codes that a spreadsheet takes for numbers, and so loses their first zero.
_FIVE_DIGITS = frozenset({"place_commune", "place_postal_code"})


def read(file: BinaryIO) -> Iterator[Row]:
    """The services of the first sheet; one bad row where nobody can read on."""
    try:
        if sum(part.file_size for part in zipfile.ZipFile(file).infolist()) > MOST_UNPACKED:
            yield BadRow("", (Problem("", words.TOO_BIG),))
            return
        book = load_workbook(file, read_only=True, data_only=True)
        yield from rows_of(_lines(book.worksheets[0].iter_rows(values_only=True)))
    except _BROKEN as error:
        yield BadRow("", (Problem("", words.NOT_READABLE, type(error).__name__),))


def _lines(rows: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    codes: frozenset[int] = frozenset()
    for number, row in enumerate(rows):
        if not number:
            codes = frozenset(place for place, name in enumerate(row) if name in _FIVE_DIGITS)
        yield [_text(value, is_code=place in codes) for place, value in enumerate(row)]


def _text(value: Any, *, is_code: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if is_code and isinstance(value, int):
        return f"{value:05}"
    return str(value)


def write(records: Iterable[Record], file: BinaryIO) -> list[LeftOut]:
    """Leaves out a service with a text that no cell holds."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("services")
    sheet.append(COLUMNS)
    left_out = []
    for record in records:
        lines = list(lines_of([record]))
        if any(len(cell) > CELL for line in lines for cell in line):
            left_out.append(LeftOut("", record.external_id, words.TOO_LONG))
            continue
        for line in lines:
            sheet.append(line)
    book.save(file)
    return left_out


FORMAT = Format(
    code="xlsx",
    title=_("Classeur (XLSX)"),
    suffix="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    is_text=False,
    read=read,
    write=write,
)
