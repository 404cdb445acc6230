"""From documents and their traces to the traits that they share."""

import polars as pl
import pyarrow as pa

from maillon_engine import schemas
from maillon_engine.linking import contexts, hubs, outliers, places, tours, traits, weights


def run(
    documents: pa.Table,
    identifiers: pa.Table,
    clusters: pa.Table,
    templates: pa.Table | None = None,
    *,
    texts: int | None = None,
) -> pa.Table:
    """The table `edges`: one row for each document and trait that another document holds as well.

    A cluster of documents ties them only where its template saves bits, when `templates` is given.

    `texts` is how many texts the weights are counted among, where there were more than these documents.
    A hub has weight 0 and its row says in French why; so has any trait of a text that is a list of contacts.
    """
    found = traits.frame(identifiers)
    rows = places.placed(traits.numbered(documents), found)
    held = traits.gathered(rows, found, _meant(traits.frame(clusters), templates))
    around = contexts.of_documents(rows, held)
    held = pl.concat([held, tours.traits(rows, around, found)])
    shared = hubs.judged(contexts.of_traits(held, around))
    weighed = _weighed(held.join(shared, on=["kind", "value"]), around, texts or documents.num_rows)
    finished = _finished(weighed, rows)
    strangers = traits.frame(outliers.strangers(finished.to_arrow(), identifiers))
    return schemas.checked("edges", _apart(finished, strangers).to_arrow())


def _apart(finished: pl.DataFrame, strangers: pl.DataFrame) -> pl.DataFrame:
    """With the ties of `strangers` set aside."""
    marked = finished.join(
        strangers.with_columns(pl.lit(value=True).alias("apart")),
        on=["id", "kind", "value"],
        how="left",
        maintain_order="left",
    ).with_columns(pl.col("apart").fill_null(value=False))
    return marked.with_columns(
        pl.when("apart").then(0.0).otherwise("weight").alias("weight"),
        pl.col("hub") | pl.col("apart"),
        pl.when("apart").then(pl.lit(outliers.WHY)).otherwise("why").alias("why"),
    ).drop("apart")


def _meant(clusters: pl.DataFrame, templates: pa.Table | None) -> pl.DataFrame:
    if templates is None:
        return clusters
    saving = traits.frame(templates.select(["cluster_id", "gain_bits"])).filter(pl.col("gain_bits") > 0)
    return clusters.join(saving.select("cluster_id"), on="cluster_id", how="semi")


def _weighed(held: pl.DataFrame, around: pl.DataFrame, texts: int) -> pl.DataFrame:
    listed = pl.col("contacts") > contexts.MOST_CONTACTS
    set_aside = pl.col("hub").is_not_null() | listed
    return (
        held.join(around.select("doc", "contacts"), on="doc")
        .with_columns(pl.when(set_aside).then(0.0).otherwise(weights.bits(texts)).alias("weight"))
        .with_columns(weights.explained(texts).alias("why"), set_aside.alias("set_aside"))
    )


def _finished(weighed: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    return (
        weighed.join(rows.select("doc", "id"), on="doc")
        .select(
            "id", "kind", "value", pl.col("documents").cast(pl.Int64), "weight", pl.col("set_aside").alias("hub"), "why"
        )
        .sort("id", "kind", "value")
    )
