"""The file formats, by code. A new one is a module with `FORMAT`, and a line here."""

from collections.abc import Mapping

from maillon.directory.exchange.formats import csv_file, data_inclusion, hsds, xlsx
from maillon.directory.exchange.formats.kind import Format

FORMATS: Mapping[str, Format] = {
    each.code: each for each in (csv_file.FORMAT, xlsx.FORMAT, data_inclusion.FORMAT, hsds.FORMAT)
}
