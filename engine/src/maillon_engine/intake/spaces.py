"""White space as Python's `str.strip` and `str.isspace` mean it, for whole columns."""

from functools import cache

import polars as pl

# White space of Unicode, and four separators that Python counts to it and Rust's expressions do not.
_INK = r"[^\s\x1c-\x1f]"


@cache
def _all() -> str:
    return "".join(filter(str.isspace, map(chr, range(0x3001))))


def inked(texts: pl.Series) -> pl.Series:
    """Whether there is anything but white space in each text; null where there is no text."""
    return texts.str.contains(_INK)


def stripped(texts: pl.Series) -> pl.Series:
    """Each text without white space around it, null where nothing is left."""
    bare = texts.str.strip_chars(_all())
    return bare.set(bare == "", None)
