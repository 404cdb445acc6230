"""Rows of a JSON Lines file."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from maillon_engine.intake.blocks import NAMES, Block, Gathering
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.lines import lines

# Shapes of objects whose columns are remembered: a file has a few.
_SHAPES = 1000
# A key that no object has: those of JSON have no lone surrogate.
_NOWHERE = "\ud800"


def blocks(path: Path, columns: Columns) -> Iterator[Block]:
    """One row a line, numbered from 1."""
    gathering, places = Gathering(range(len(NAMES))), _Places(columns)
    for number, line in enumerate(lines(path), start=1):
        found = _read(line)
        row = found if isinstance(found, Fault) else [found.get(name) for name in places.of(found)]
        if gathering.add(number, row, len(line or b"")):
            yield gathering.taken()
    yield gathering.taken()


class _Places:
    """Under which names an object holds our columns, remembered by the names that it has."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.known: dict[tuple[str, ...], list[str]] = {}

    def of(self, found: dict[str, object]) -> list[str]:
        shape = tuple(found)
        names = self.known.get(shape)
        if names is None:
            among = self.columns.among(shape)
            names = [among.get(ours, _NOWHERE) for ours in NAMES]
            if len(self.known) < _SHAPES:
                self.known[shape] = names
        return names


def _read(line: bytes | None) -> dict[str, object] | Fault:
    if line is None:
        return Fault.TOO_LONG
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:
        return Fault.EMPTY if not line.strip() else _why(line)
    return found if isinstance(found, dict) else Fault.NOT_AN_OBJECT


def _why(line: bytes) -> Fault:
    if b"\x00" in line:
        return Fault.NUL
    try:
        line.decode()
    except UnicodeDecodeError:
        return Fault.NOT_UTF8
    return Fault.NOT_JSON
