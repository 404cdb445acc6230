"""Traits that tie strangers: numbers of platforms and hotels, links that everybody gives, texts that everybody copies.

A rule looks at what surrounds the trait, never at a list of known numbers: what belongs to one organisation comes back
with the same texts and the same other traces, what belongs to a service comes with other ones each time.
"""

import polars as pl

# Below these, a shared trait is too small to be told from an organisation by its surroundings.
LEAST_COMPANIONS = 12
LEAST_COPIES = 30
LEAST_VOLUME = 50
# How much of what surrounds a hub is different each time: the rest are people who post again, organisations too.
DIVERSE = 0.6
# How many of a hub's texts give another contact; readers of the others answer by the site.
_ANSWERED = 0.4
_SIGNED = 0.8
SPREAD = 0.5
_BEYOND_PEERS = 5
_PEERS = 0.9

ACCOMPANIED = "accompanied"
COPIED = "copied"
CROWDED = "crowded"


def judged(shared: pl.DataFrame) -> pl.DataFrame:
    """The rows of `contexts.of_traits` with `hub`: the name of the rule that the trait meets, or null."""
    usual = pl.col("documents").quantile(_PEERS, "lower").over("kind")
    mixed = pl.col("kind").is_in(["template", "image"])
    return shared.with_columns(
        pl.when(~mixed & _accompanied())
        .then(pl.lit(ACCOMPANIED))
        .when(mixed & _copied())
        .then(pl.lit(COPIED))
        .when(~mixed & _crowded(usual))
        .then(pl.lit(CROWDED))
        .otherwise(pl.lit(None, dtype=pl.String))
        .alias("hub")
    )


def _accompanied() -> pl.Expr:
    """Next to it, most texts that give another contact give one of their own, and are texts of their own."""
    size, with_another = pl.col("documents"), pl.col("accompanied")
    several = (pl.col("companions") >= LEAST_COMPANIONS * DIVERSE) & (with_another >= _ANSWERED * size)
    own = (pl.col("companions") >= DIVERSE * with_another) & (pl.col("groups") >= DIVERSE * size)
    return (size >= LEAST_COMPANIONS) & several & own


def _copied() -> pl.Expr:
    """A text or a picture that almost everyone who uses it signs with a contact of their own, in many places."""
    size = pl.col("documents")
    spread = (pl.col("placed") < SPREAD * size) | (pl.col("places") >= LEAST_COMPANIONS)
    return (size >= LEAST_COPIES) & (pl.col("companions") >= _SIGNED * size) & spread


def _crowded(usual: pl.Expr) -> pl.Expr:
    """Far more texts than traits of its kind have, and almost all of them different, in many places."""
    size = pl.col("documents")
    spread = (pl.col("placed") < SPREAD * size) | (pl.col("places") >= LEAST_COMPANIONS)
    outlier = (size >= LEAST_VOLUME) & (size >= _BEYOND_PEERS * usual)
    return outlier & (pl.col("groups") >= SPREAD * size) & spread
