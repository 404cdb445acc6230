"""A block of rows becomes documents and rejects: whole columns at once where the rows are as they should be.

Rows that are not are looked at one by one by `rows.document`, which decides. What is done here to the others gives the
same documents (a property test holds the two together).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from maillon_engine.intake import instants, spaces
from maillon_engine.intake.blocks import Block, Numbers
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.rows import LONGEST_TEXT, Document, document
from maillon_engine.intake.texts import Mask, Texts, of

SHAPE: Mapping[str, Any] = {
    "id": pl.String,
    "text": pl.String,
    "posted_at": pl.Datetime("us", "UTC"),
    "place": pl.String,
    "source": pl.String,
    "image_hash": pl.String,
}
_HASH = r"^(?i:0x)?([0-9a-fA-F]{16})$"
_NUL = "\x00"


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is not taken in, or not whole: then it has the `id` under which it is."""

    number: int
    fault: Fault
    id: str | None = None

    @property
    def kept(self) -> bool:
        return self.id is not None


@dataclass(frozen=True, slots=True)
class Checked:
    """The documents of a block (`SHAPE`, after the `row` of each), and what is wrong with its rows, by their number."""

    documents: pl.DataFrame
    rejects: list[Reject]


def checked(block: Block, fresh: Callable[[list[str]], Mask]) -> Checked:
    """What becomes of the rows of a block; `fresh` says of ids in order whether each comes for the first time."""
    texts = {name: of(column) for name, column in block.columns.items()}
    values, odd = _columns(block, texts)
    plain = pl.DataFrame({"row": block.numbers, **values}).filter(pl.Series(~odd))
    careful, rejects = _one_by_one(block, np.flatnonzero(odd))
    rejects += [Reject(number, fault) for number, fault in block.faults]
    whole = pl.concat([plain, careful]).sort("row") if careful.height else plain
    new = pl.Series(fresh(whole["id"].to_list()))
    again = [Reject(number, Fault.DUPLICATE_ID) for number in whole["row"].filter(~new)]
    lost = {one.number for one in again}
    found = [one for one in rejects if one.number not in lost] + again
    return Checked(whole.filter(new), sorted(found, key=lambda one: one.number))


def _columns(block: Block, texts: Mapping[str, Texts]) -> tuple[dict[str, pl.Series], Mask]:
    """The columns of `SHAPE`, and the rows for which they do not hold."""
    none = {name: pl.Series([None] * block.numbers.size, dtype=kind) for name, kind in SHAPE.items()}
    found = {name: one.values for name, one in texts.items() if name in ("id", "text")}
    odd = _unusual(texts["id"]) | _unusual(texts["text"]) | _true(found["text"].str.len_bytes() > LONGEST_TEXT)
    for name, read in (("posted_at", _instants), ("image_hash", _hashes)):
        if name in texts:
            found[name], unread = read(block, texts[name])
            odd |= unread
    for name in ("place", "source"):
        if name in texts:
            found[name], unread = _said(texts[name])
            odd |= unread
    return {**none, **found}, odd


def _unusual(texts: Texts) -> Mask:
    """Not text, white space only, or with a NUL byte."""
    usual = spaces.inked(texts.values) & ~texts.values.str.contains(_NUL, literal=True)
    return texts.odd | ~_true(usual)


def _instants(block: Block, texts: Texts) -> tuple[pl.Series, Mask]:
    known = instants.of_instants(block.columns["posted_at"])
    if known is not None:
        return known, texts.odd & _true(known.is_null())
    bare = spaces.stripped(texts.values)
    read = instants.of_texts(bare)
    return read, texts.odd | _true(read.is_null() & bare.is_not_null())


def _hashes(_block: Block, texts: Texts) -> tuple[pl.Series, Mask]:
    bare = spaces.stripped(texts.values)
    read = bare.str.extract(_HASH, 1).str.to_lowercase()
    return read, texts.odd | _true(read.is_null() & bare.is_not_null())


def _said(texts: Texts) -> tuple[pl.Series, Mask]:
    bare = spaces.stripped(texts.values)
    return bare.set(bare.str.contains(_NUL, literal=True).fill_null(value=False), None), texts.odd


def _true(mask: pl.Series) -> Mask:
    return mask.fill_null(value=False).to_numpy().astype(np.bool_)


def _one_by_one(block: Block, places: Numbers) -> tuple[pl.DataFrame, list[Reject]]:
    rows: list[dict[str, Any]] = []
    rejects: list[Reject] = []
    for number, values in _values(block, places):
        found = document(values)
        if isinstance(found, Document):
            rows.append({"row": number, **{name: getattr(found, name) for name in SHAPE}})
            rejects += [Reject(number, fault, found.id) for fault in found.faults]
        else:
            rejects.append(Reject(number, found))
    return pl.DataFrame(rows, schema={"row": pl.Int64, **SHAPE}), rejects


def _values(block: Block, places: Numbers) -> Iterator[tuple[int, dict[str, Any]]]:
    columns = {name: column.take(places) for name, column in block.columns.items()}
    held = {name: _listed(column) for name, column in columns.items()}
    for place, number in enumerate(block.numbers[places].tolist()):
        yield number, {name: values[place] for name, values in held.items()}


def _listed(column: pa.Array) -> list[Any]:
    plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    known = instants.of_instants(plain)
    if known is not None:
        # Beyond the calendar there is no datetime to be had: something that says no instant stands for it.
        was = plain.is_valid().to_pylist()
        return [one if one is not None or not valid else "?" for one, valid in zip(known.to_list(), was, strict=True)]
    if pa.types.is_string(plain.type) or pa.types.is_large_string(plain.type) or pa.types.is_string_view(plain.type):
        # Text that may not be UTF-8: each value is looked at by itself.
        plain = plain.cast(pa.large_binary())
    try:
        return list(plain.to_pylist())
    except (ValueError, OverflowError):
        return [_value(one) for one in plain]


def _value(one: "pa.Scalar[Any]") -> Any:
    try:
        return one.as_py()
    except (ValueError, OverflowError):
        # Bytes inside a list that are no text, a time beyond the calendar: bytes that are no text stand for it.
        return b"\xff"
