"""Rows of a JSON Lines file."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from maillon_engine.intake.columns import Columns
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.lines import lines
from maillon_engine.intake.rows import Raw


def rows(path: Path, columns: Columns) -> Iterator[Raw]:
    """One row a line, numbered from 1."""
    for number, line in enumerate(lines(path), start=1):
        yield _row(number, line, columns)


def _row(number: int, line: bytes | None, columns: Columns) -> Raw:
    if line is None:
        return Raw(number, {}, Fault.TOO_LONG)
    if not line.strip():
        return Raw(number, {}, Fault.EMPTY)
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:
        return Raw(number, {}, _why(line))
    if not isinstance(found, dict):
        return Raw(number, {}, Fault.NOT_AN_OBJECT)
    return Raw(number, {ours: found.get(theirs) for ours, theirs in columns.among(found).items()})


def _why(line: bytes) -> Fault:
    if b"\x00" in line:
        return Fault.NUL
    try:
        line.decode()
    except UnicodeDecodeError:
        return Fault.NOT_UTF8
    return Fault.NOT_JSON
