"""The physical limit of what looks at texts: read the column, split on spaces, hash every run of five words once."""

from pathlib import Path

import polars as pl

_RUN = 5
# Odd, so that no bit is lost when hashes of words are rolled into one (Karp and Rabin).
_STEP = 0x9E3779B97F4A7C15


def five_grams(path: Path) -> int:
    """How many runs of five words the texts of a Parquet file hold, each hashed once."""
    words = pl.read_parquet(path, columns=["text"]).select(
        pl.int_range(pl.len()).alias("doc"), pl.col("text").str.split(" ")
    )
    hashed = words.explode("text").select("doc", pl.col("text").hash().alias("hash"))
    rolled = pl.lit(0, pl.UInt64)
    for place in range(_RUN):
        rolled = rolled * _STEP + pl.col("hash").shift(-place)
    whole = pl.col("doc") == pl.col("doc").shift(1 - _RUN)
    return hashed.select(rolled.filter(whole).alias("gram")).height
