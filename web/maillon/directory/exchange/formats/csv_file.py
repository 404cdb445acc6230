"""CSV in our own columns: written with semicolons and a mark of UTF-8, as spreadsheets in France read it.

Read with semicolons, commas or tabs (cells pasted from a spreadsheet have tabs), in UTF-8 or Windows-1252.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from maillon.directory.exchange import words
from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.formats.table import COLUMNS, lines_of, rows_of
from maillon.directory.exchange.records import BadRow, LeftOut, Problem, Record, Row

_DELIMITERS = ";,\t"


def read(file: BinaryIO) -> Iterator[Row]:
    """The services of the file; one bad row where nobody can read on."""
    text = _decoded(file.read())
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        yield from rows_of(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        yield BadRow("", (Problem("", words.NOT_READABLE, str(error)),))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets in France write when nobody asks them for UTF-8.
        return content.decode("cp1252", errors="replace")


def write(records: Iterable[Record], file: BinaryIO) -> list[LeftOut]:
    """Everything has a column: nothing is left out."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(lines_of(records))
    text.detach()
    return []


FORMAT = Format(
    code="csv", title=_("Tableau (CSV)"), suffix="csv", media_type="text/csv", is_text=True, read=read, write=write
)
