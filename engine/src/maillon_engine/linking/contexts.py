"""What surrounds a trait in its documents: other ways to reach the author, other texts, places."""

import polars as pl

from maillon_engine.linking.kinds import CONTACTS

# An advert gives one or two numbers, perhaps an address and an account. A text with more is a list of strangers.
MOST_CONTACTS = 8


def of_documents(documents: pl.DataFrame, traits: pl.DataFrame) -> pl.DataFrame:
    """One row a document: `group` (its cluster, or itself), `place`, `contacts` (how many), and its rarest two.

    `contact` and `other` are the rarest and the second rarest contact, as "kind value", null where there is none.
    """
    contacts = (
        traits.filter(pl.col("kind").is_in(CONTACTS))
        .with_columns(pl.len().over("kind", "value").alias("holders"), _key().alias("key"))
        .sort("doc", "holders", "key")
        .group_by("doc", maintain_order=True)
        .agg(
            pl.len().alias("contacts"),
            pl.col("key").first().alias("contact"),
            pl.col("key").get(1, null_on_oob=True).alias("other"),
        )
    )
    groups = traits.filter(pl.col("kind") == "template").group_by("doc").agg(pl.col("value").min().alias("group"))
    return (
        documents.select("doc", "place")
        .join(contacts, on="doc", how="left")
        .join(groups, on="doc", how="left")
        .with_columns(
            pl.col("contacts").fill_null(0), pl.coalesce("group", pl.format("alone {}", pl.col("doc"))).alias("group")
        )
    )


def _key() -> pl.Expr:
    return pl.format("{} {}", pl.col("kind"), pl.col("value"))


def of_traits(traits: pl.DataFrame, contexts: pl.DataFrame) -> pl.DataFrame:
    """One row a shared trait: `documents`, and how many have `accompanied` it with another contact; then the distinct
    `companions`, `groups` of texts and `places` around it, and `placed`, the documents with a known place."""
    around = traits.join(contexts, on="doc").with_columns(
        pl.when(pl.col("contact") == _key()).then(pl.col("other")).otherwise(pl.col("contact")).alias("companion")
    )
    return (
        around.group_by("kind", "value")
        .agg(
            pl.len().alias("documents"),
            pl.col("companion").count().alias("accompanied"),
            pl.col("companion").drop_nulls().n_unique().alias("companions"),
            pl.col("group").n_unique().alias("groups"),
            pl.col("place").drop_nulls().n_unique().alias("places"),
            pl.col("place").count().alias("placed"),
        )
        .filter(pl.col("documents") > 1)
        .sort("kind", "value")
    )
