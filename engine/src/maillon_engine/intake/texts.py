"""Columns of a block as text, each value as `rows.as_text` has it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Texts:
    """A column as text, null where there is none, and its rows that nothing is known of here: to be looked at one by
    one. They are null in `values`."""

    values: pl.Series
    odd: Mask


def of(column: pa.Array) -> Texts:
    """The texts of a column of text, bytes or whole numbers; every value of another type is odd."""
    plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    kind = plain.type
    if pa.types.is_null(kind):
        return Texts(pl.Series([None] * len(plain), dtype=pl.String), np.zeros(len(plain), np.bool_))
    if pa.types.is_integer(kind):
        return Texts(_series(plain.cast(pa.large_string())), np.zeros(len(plain), np.bool_))
    if not _texty(kind):
        nothing = pl.Series([None] * len(plain), dtype=pl.String)
        return Texts(nothing, plain.is_valid().to_numpy(zero_copy_only=False))
    return _decoded(plain.cast(pa.large_binary()))


def _texty(kind: pa.DataType) -> bool:
    checks = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(check(kind) for check in (*checks, pa.types.is_binary, pa.types.is_large_binary))


def _decoded(column: pa.Array) -> Texts:
    try:
        return Texts(_series(column.cast(pa.large_string())), np.zeros(len(column), np.bool_))
    except pa.ArrowInvalid:
        # A column of text in Parquet is not always UTF-8; nor is a line of a file.
        odd = np.fromiter((not _is_text(value) for value in column.to_pylist()), np.bool_, len(column))
        known = pc.if_else(pa.array(odd), pa.scalar(None, column.type), column)
        return Texts(_series(known.cast(pa.large_string())), odd)


def _is_text(value: bytes | None) -> bool:
    try:
        return value is None or value.decode() is not None
    except UnicodeDecodeError:
        return False


def _series(column: pa.Array) -> pl.Series:
    made = pl.from_arrow(column)
    assert isinstance(made, pl.Series)
    return made
