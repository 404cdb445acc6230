"""Circuits: authors who are seen in the same places, in the same order, at the same time."""

from datetime import timedelta

import polars as pl

# Two towns in a row are anybody's trip.
LEAST_PLACES = 3
# A circuit is a journey, not a career.
_LONGEST = timedelta(days=60)
_TOGETHER = timedelta(days=7)


def of_authors(documents: pl.DataFrame, contexts: pl.DataFrame) -> pl.DataFrame:
    """Each author's stays in order of time: `author`, `places` (no two in a row alike), `began`, `ended`, `docs`.

    An author is the rarest contact of a text or, without a contact, its cluster; a text with neither has no author.
    """
    authored = contexts.with_columns(
        pl.coalesce("contact", pl.when(~pl.col("group").str.starts_with("alone ")).then("group")).alias("author")
    )
    dated = authored.select("doc", "author", "place").join(documents.select("doc", "id", "posted_at"), on="doc")
    seen = dated.drop_nulls(["author", "place", "posted_at"]).sort("author", "posted_at", "id")
    moved = (pl.col("place") != pl.col("place").shift(1)).fill_null(value=True)
    return seen.group_by("author", maintain_order=True).agg(
        pl.col("place").filter(moved).alias("places"),
        pl.col("posted_at").min().alias("began"),
        pl.col("posted_at").max().alias("ended"),
        pl.col("doc").alias("docs"),
    )


def traits(documents: pl.DataFrame, contexts: pl.DataFrame) -> pl.DataFrame:
    """The circuits that several authors made together: `doc`, `kind`, `value`.

    Together is the same list of at least three places, within sixty days, begun within a week of one another.
    """
    journeys = of_authors(documents, contexts).filter(
        (pl.col("places").list.len() >= LEAST_PLACES) & (pl.col("ended") - pl.col("began") <= _LONGEST)
    )
    ordered = journeys.with_columns(pl.col("places").list.join(">").alias("path")).sort("path", "began", "author")
    late = (pl.col("began") - pl.col("began").shift(1).over("path") > _TOGETHER).fill_null(value=True)
    together = (
        ordered.with_columns(late.cast(pl.Int32).cum_sum().alias("party"))
        .with_columns(
            pl.len().over("party").alias("authors"),
            pl.col("began").min().over("party").dt.strftime("%Y-%m-%d").alias("day"),
        )
        .filter(pl.col("authors") > 1)
    )
    return together.select(
        pl.col("docs").alias("doc"),
        pl.lit("tour").alias("kind"),
        pl.format("{}@{}", pl.col("path"), pl.col("day")).alias("value"),
    ).explode("doc")
