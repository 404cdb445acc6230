"""Writes the directory to a file."""

from typing import BinaryIO

from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.records import LeftOut
from maillon.directory.exchange.stored import records
from maillon.directory.models import Service


def export_file(file: BinaryIO, kind: Format, *, source: str | None = None) -> list[LeftOut]:
    """Writes the living services of a source, or all (None); those written here have the source “”.

    Never a place of a confidential service, nor a line for professionals alone. Returns what the format can't hold.
    """
    return kind.write(records(source), file)


def sources() -> list[str]:
    """Every source that services came from, by name."""
    found = Service.objects.exclude(source="").order_by("source").values_list("source", flat=True)
    return list(found.distinct())
