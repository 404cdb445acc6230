"""How much a shared trait says, in bits, and the French sentence that says why."""

import math

import polars as pl

from maillon_engine.linking import hubs
from maillon_engine.linking.contexts import MOST_CONTACTS
from maillon_engine.linking.kinds import KINDS

# Rarity in a smaller batch says little: a number that half of ten texts hold is still one number in millions.
LEAST_TEXTS = 1024
_RELIABILITY = {code: kind.reliability for code, kind in KINDS.items()}
_LABELS = {code: kind.label for code, kind in KINDS.items()}
_NARROW = "\u202f"


def bits(texts: int) -> pl.Expr:
    """The weight of a trait among `texts` texts: log2 of texts over holders, times the reliability of its kind."""
    rarity = math.log2(max(texts, LEAST_TEXTS) + 1) - pl.col("documents").log(2)
    return rarity * pl.col("kind").replace_strict(_RELIABILITY, return_dtype=pl.Float64)


def explained(texts: int) -> pl.Expr:
    """One sentence for each row: it never quotes the value, so that it can be shown with values masked."""
    label = pl.col("kind").replace_strict(_LABELS, return_dtype=pl.String)
    return (
        pl.when(pl.col("contacts") > MOST_CONTACTS)
        .then(_crossed_out(label, pl.format("ce texte donne {} coordonnées, comme une liste", pl.col("contacts"))))
        .when(pl.col("hub") == hubs.ACCOMPANIED)
        .then(_crossed_out(label, _companions()))
        .when(pl.col("hub") == hubs.COPIED)
        .then(_crossed_out(label, _signatories()))
        .when(pl.col("hub") == hubs.CROWDED)
        .then(_crossed_out(label, _crowd()))
        .otherwise(_kept(label, texts))
    )


def grouped_digits(count: int) -> str:
    """A whole number as French writes it: 12 000 with a narrow space."""
    return f"{count:,}".replace(",", _NARROW)


def _kept(label: pl.Expr, texts: int) -> pl.Expr:
    found = pl.format(f"Même {{}} dans {{}} textes sur {grouped_digits(texts)}", label, pl.col("documents"))
    return pl.format("{} : {} bits.", found, _decimal(pl.col("weight")))


def _decimal(number: pl.Expr) -> pl.Expr:
    return number.round(1).cast(pl.String).str.replace(".", ",", literal=True)


def _crossed_out(label: pl.Expr, reason: pl.Expr) -> pl.Expr:
    return pl.format("Écarté ({}) : {} ; ce partage ne relie personne.", label, reason)


def _companions() -> pl.Expr:
    counted = (pl.col("documents"), pl.col("companions"))
    return pl.format("présent dans {} textes à côté de {} autres coordonnées, comme un numéro de service", *counted)


def _signatories() -> pl.Expr:
    counted = (pl.col("documents"), pl.col("companions"))
    return pl.format("repris dans {} textes sous {} coordonnées différentes, comme une formule commune", *counted)


def _crowd() -> pl.Expr:
    counted = (pl.col("documents"), pl.col("groups"), pl.col("places"))
    return pl.format("présent dans {} textes, {} écrits différents et {} lieux, bien plus que ses pareils", *counted)
