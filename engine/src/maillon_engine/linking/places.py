"""Where a text is from."""

import polars as pl


def placed(documents: pl.DataFrame, identifiers: pl.DataFrame) -> pl.DataFrame:
    """The documents with `place`: the batch's column in lower case or, failing that, the first place in the text."""
    told = (
        identifiers.filter(pl.col("kind") == "place")
        .sort("id", "start", "value")
        .group_by("id", maintain_order=True)
        .agg(pl.col("value").first().alias("told"))
    )
    given = pl.col("place").str.to_lowercase().str.strip_chars()
    return (
        documents.join(told, on="id", how="left", maintain_order="left")
        .with_columns(pl.coalesce(pl.when(given != "").then(given), "told").alias("place"))
        .drop("told")
    )
