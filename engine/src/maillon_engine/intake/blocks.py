"""Some rows of a file at once, in columns: as many as fit a bounded memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from maillon_engine.intake.columns import KNOWN
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.rows import as_text

Numbers: TypeAlias = npt.NDArray[np.int64]

# A block is handed on when it has so many rows, or so many bytes of file.
ROWS = 16_384
BYTES = 16 * 1024 * 1024
NAMES = tuple(KNOWN)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows as their file has them, in its order.

    `numbers` says where each stands in the file, `columns` holds their values by our names, with the file's types.
    `faults` are rows that could not be read at all; they are in no column.
    """

    numbers: Numbers
    columns: Mapping[str, pa.Array]
    faults: Sequence[tuple[int, Fault]] = ()

    @property
    def rows(self) -> int:
        return self.numbers.size + len(self.faults)


class Gathering:
    """Gathers rows of a text format until they make a block. `places` says where in a row each of NAMES stands."""

    def __init__(self, places: Sequence[int | None]) -> None:
        self.places = places
        self._begin()

    def _begin(self) -> None:
        self.numbers: list[int] = []
        self.rows: list[Sequence[Any]] = []
        self.faults: list[tuple[int, Fault]] = []
        self.left, self.bytes = ROWS, 0

    def add(self, number: int, row: Sequence[Any] | Fault, size: int) -> bool:
        """Takes in a row that takes so many bytes of file, and says whether the block is full."""
        if isinstance(row, Fault):
            self.faults.append((number, row))
        else:
            self.numbers.append(number)
            self.rows.append(row)
        self.left -= 1
        self.bytes += size
        return self.left <= 0 or self.bytes >= BYTES

    def taken(self) -> Block:
        """The block that has been gathered; what follows goes to the next."""
        turned = list(zip(*self.rows, strict=True))
        empty = (None,) * len(self.rows)
        held = (empty if place is None or not turned else turned[place] for place in self.places)
        columns = {name: _column(values) for name, values in zip(NAMES, held, strict=True)}
        block = Block(np.array(self.numbers, np.int64), columns, self.faults)
        self._begin()
        return block


def _column(values: Sequence[Any]) -> pa.Array:
    try:
        return pa.array(values, pa.large_string())
    except (pa.ArrowException, TypeError, UnicodeEncodeError):
        # Numbers and the like of JSON, or bytes that are not UTF-8: these stay bytes, each value is looked at later.
        texts = (None if value is None else as_text(value) for value in values)
        encoded = [None if one is None else one.encode("utf-8", "surrogateescape") for one in texts]
        return pa.array(encoded, pa.large_binary())
