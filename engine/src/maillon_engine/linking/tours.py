"""Circuits: authors who are seen in the same places on the same days, more often than chance brings strangers together.

Whether it is chance is asked as in Desolneux, Moisan and Morel ("Meaningful alignments", International Journal of
Computer Vision 40, 2000): how many groups so close would a batch of this size show if everybody travelled on their own?
Each keeps her towns and how often she is there; the days are drawn. Only what chance would bring once in a thousand
such batches counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.special import betainc, gammainc, gammaln

from maillon_engine.linking import circuits, stays

# Two towns in a row are anybody's trip.
LEAST_PLACES = 3
# Members of one set arrive, or post, a day or two apart.
SLIP = 2
# So many authors in one place on one day are a crowd: a big town, a fair. It says nothing of any two of them.
CROWD = 50
# Chance brings a group so close once in 2**10 batches.
MEANINGFUL = 10.0
# Among fewer authors a town is not as frequent as it looks.
_LEAST_AUTHORS = 64
# Encounters looked at together: up to 400 bytes each while they are.
_AT_ONCE = 1_000_000
Floats = npt.NDArray[np.float64]


class Party(NamedTuple):
    """Authors who travel as the first of them does; `bits` says how far that is from chance."""

    members: tuple[str, ...]
    bits: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """For two authors: in how many bits they are together, and the stays of each that are."""

    bits: float
    stays: Mapping[str, frozenset[int]]


def traits(authored: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """The circuits that several authors made together: `id`, `kind`, `value` ("alencon>flers>caen@2026-03-02").

    Together is at least three places on the same days, a day or two apart, against all chance. The value names the
    stays in their order, a place as often as they came back to it, then the day on which the first began
    (`circuits.written`). The rows are those of `stays.authors` and `stays.spoken`, all of them: who travels together is
    asked of all at once.
    """
    seen = movers(stays.of_authors(authored, spoken))
    met = _met(seen)
    rows = {row["stay"]: row for row in seen.iter_rows(named=True)} if met else {}
    found = [row for party in parties(met, seen["author"].n_unique()) for row in _rows(party.members, met, rows)]
    shape = {"id": pl.String, "kind": pl.String, "value": pl.String}
    return pl.DataFrame(found, schema=shape, orient="row").unique().sort("id", "value")


def movers(seen: pl.DataFrame) -> pl.DataFrame:
    """The stays of authors who are seen in enough places to have a circuit, numbered by author and day."""
    enough = seen.filter(pl.col("place").n_unique().over("author") >= LEAST_PLACES)
    return enough.sort("author", "first", "last", "place").drop("stay").with_row_index("stay")


def _met(seen: pl.DataFrame) -> dict[tuple[str, str], Meeting]:
    """The pairs of authors who are together in enough places, closer than chance brings one partner to each."""
    if seen.is_empty():
        return {}
    # By numbers in the order of their names: pairs are many, and names are long.
    names = seen["author"].unique().sort().to_list()
    coded = seen.with_columns(pl.col("author").rank("dense").cast(pl.UInt32) - 1)
    days, least = _days(coded), np.log2(len(names))
    return {
        (names[row["one"]], names[row["two"]]): Meeting(
            row["bits"], {names[row["one"]]: frozenset(row["left"]), names[row["two"]]: frozenset(row["right"])}
        )
        for ones in _pieces(days)
        for row in _close(_weighed(_together(days, ones), coded), coded, least).sort("one", "two").iter_rows(named=True)
    }


def _days(seen: pl.DataFrame) -> pl.DataFrame:
    """Each day on which an author is in a place, or was a day or two ago, but for days on which a place is crowded."""
    until = pl.col("last") + pl.duration(days=SLIP)
    return (
        seen.select("author", "stay", "place", pl.date_ranges("first", until).alias("day"))
        .explode("day")
        .filter(pl.col("author").n_unique().over("place", "day").is_between(2, CROWD))
    )


def _pieces(days: pl.DataFrame) -> Iterator[pl.Series]:
    """The authors in pieces, in order: those of one piece have about `_AT_ONCE` encounters. All at once would not fit
    into memory, and a pair is judged by what both of them did and by nothing else."""
    encounters = pl.len().over("place", "day").alias("encounters")
    met = days.select("author", encounters).group_by("author").agg(pl.col("encounters").sum()).sort("author")
    piece = (met["encounters"].cum_sum() // _AT_ONCE).alias("piece")
    for _, rows in met.with_columns(piece).group_by("piece", maintain_order=True):
        yield rows["author"]


def _together(days: pl.DataFrame, ones: pl.Series) -> pl.DataFrame:
    """For pairs of authors, the first of them one of `ones`, and places: the stays of the one (`left`) and the other
    that have a day in common, or that are a day or two apart."""
    left, right = (
        days.select(pl.col("author").alias(name), pl.col("stay").alias(side), "place", "day")
        for name, side in (("one", "left"), ("two", "right"))
    )
    return (
        left.filter(pl.col("one").is_in(ones.implode()))
        .join(right, on=["place", "day"])
        .filter(pl.col("one") < pl.col("two"))
        .group_by("one", "two", "place")
        .agg(pl.col("left").unique(), pl.col("right").unique())
        .filter(pl.len().over("one", "two") >= LEAST_PLACES)
        # Sums of fractions in one order, whatever the threads did.
        .sort("one", "two", "place")
    )


def _weighed(together: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """With `went`, the bits of each place of coming there at all, and what is known of how often they meet there:
    `met`, the `mean` by chance, and `alike`, how likely both are in this place when both are somewhere."""
    length = (pl.col("last") - pl.col("first")).dt.total_days() + 1 + SLIP
    stays_at = seen.group_by("author", "place").agg(pl.len().alias("stays"), length.sum().alias("days"))
    stays_at = stays_at.with_columns(pl.col("stays").sum().over("author").alias("all"))
    visits = stays_at.group_by("place").agg(pl.len().alias("visitors"))
    span = (seen["last"].max() - seen["first"].min()).days + 1  # type: ignore[operator, union-attr]
    authors = max(seen["author"].n_unique(), _LEAST_AUTHORS)
    known = (
        together.join(visits, on="place")
        .join(stays_at, left_on=["one", "place"], right_on=["author", "place"])
        .join(stays_at, left_on=["two", "place"], right_on=["author", "place"], suffix="_b")
    )
    met = pl.min_horizontal(pl.col("left").list.len(), pl.col("right").list.len())
    by_chance = (pl.col("stays") * pl.col("days_b") + pl.col("stays_b") * pl.col("days")) / span
    return known.with_columns(
        (-(pl.col("visitors") / authors).log(2)).alias("went"),
        met.alias("met"),
        by_chance.alias("mean"),
        (pl.col("stays") / pl.col("all") * pl.col("stays_b") / pl.col("all_b")).alias("alike"),
    )


def _close(weighed: pl.DataFrame, seen: pl.DataFrame, least: float) -> pl.DataFrame:
    """The pairs with their bits: the better of two ways to ask about the days, and where they went beside it."""
    pairs = (
        weighed.group_by("one", "two")
        .agg(
            pl.col("went", "met", "mean", "alike").sum(),
            pl.col("left", "right").list.explode(keep_nulls=False, empty_as_null=False),
        )
        .join(_at_once(weighed, seen), on=["one", "two"])
    )
    names = ("met", "mean", "alike", "once", "fits")
    met, mean, alike, once, fits = (pairs[name].to_numpy().astype(np.float64) for name in names)
    # Poisson: so many meetings, the days being drawn. Binomial: so many of the stays that both make at one time are in
    # one place. Of two questions the better answer counts one bit less.
    asked = _bits(gammainc(met, mean)), _bits(betainc(np.maximum(fits, 0.5), once - fits + 1, np.minimum(alike, 1)))
    when = np.maximum(np.maximum(*asked) - 1, 0)
    # Neighbouring towns go together: where somebody goes says at most as much as when.
    bits = when + np.minimum(when, pairs["went"].to_numpy())
    return pairs.with_columns(pl.Series("bits", bits)).filter(pl.col("bits") > least)


def _at_once(weighed: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """For each pair `once`, how many stays of the one have a stay of the other at their time, and how many of those
    that fit best are in the same place: `fits`. Who leaves one town on the eve of the other's coming to the next is
    not elsewhere; of two that are known by a post alone it is."""
    present, stay = _present(seen), seen.select("stay", "place", "first", "last")
    pairs = weighed.select("one", "two").unique().sort("one", "two")
    found = [_fitting(_beside(piece, present), stay) for piece in _pieces_of_pairs(pairs, present)]
    return pl.concat(found) if found else _fitting(_beside(pairs, present), stay)


def _present(seen: pl.DataFrame) -> pl.DataFrame:
    """Each day of each stay and the `SLIP` days after: two stays share one when no more than that lies between them."""
    until = pl.col("last") + pl.duration(days=SLIP)
    return seen.select("author", "stay", pl.date_ranges("first", until).alias("day")).explode("day")


def _pieces_of_pairs(pairs: pl.DataFrame, present: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The pairs in pieces, in order: those of one piece have about `_AT_ONCE` days between them."""
    length = present.group_by(pl.col("author").alias("one")).agg(pl.len().alias("days"))
    known = pairs.join(length, on="one", how="left", maintain_order="left")
    piece = (known["days"].cum_sum() // _AT_ONCE).alias("piece")
    for _, rows in pairs.with_columns(piece).group_by("piece", maintain_order=True):
        yield rows.select("one", "two")


def _beside(pairs: pl.DataFrame, present: pl.DataFrame) -> pl.DataFrame:
    """The stays of the one (`stay`) and of the other (`stay_b`) of each pair that have a day in common."""
    left, right = (
        present.select(pl.col("author").alias(name), pl.col("stay").alias(side), "day")
        for name, side in (("one", "stay"), ("two", "stay_b"))
    )
    return pairs.join(left, on="one").join(right, on=["two", "day"]).select("one", "two", "stay", "stay_b").unique()


def _fitting(beside: pl.DataFrame, stay: pl.DataFrame) -> pl.DataFrame:
    gap = pl.max_horizontal("first", "first_b") - pl.min_horizontal("last", "last_b")
    posts = (pl.col("first") == pl.col("last")) & (pl.col("first_b") == pl.col("last_b"))
    return (
        beside.join(stay, on="stay")
        .join(stay, left_on="stay_b", right_on="stay", suffix="_b")
        .with_columns(gap.dt.total_days().alias("gap"), (pl.col("place") != pl.col("place_b")).alias("apart"))
        .filter((pl.col("gap") <= 0) | ((posts | ~pl.col("apart")) & (pl.col("gap") <= SLIP)))
        .sort("one", "two", "stay", "gap", "apart")
        .group_by("one", "two", "stay", maintain_order=True)
        .agg(pl.col("apart").first())
        .group_by("one", "two")
        .agg(pl.len().alias("once"), (~pl.col("apart")).sum().alias("fits"))
    )


def _bits(chance: npt.NDArray[np.floating]) -> Floats:
    bits: Floats = -np.log2(np.maximum(chance, 1e-300))
    return bits


def parties(met: Mapping[tuple[str, str], Meeting], authors: int) -> Iterator[Party]:
    """The groups that chance does not explain. Who meets most leads; nobody joins through a third."""
    partners: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), meeting in met.items():
        partners[one][two] = partners[two][one] = meeting.bits
    free = set(partners)
    for leader in sorted(partners, key=lambda one: (-len(partners[one]), -sum(partners[one].values()), one)):
        others = sorted(free & partners[leader].keys()) if leader in free else []
        bits = sum(partners[leader][one] for one in others) - _chances(authors, len(others))
        if others and bits >= MEANINGFUL:
            free -= {leader, *others}
            yield Party((leader, *others), bits)


def _chances(authors: int, others: int) -> float:
    """In how many ways a leader and so many others can be chosen, in bits."""
    ways = gammaln(authors) - gammaln(others + 1) - gammaln(authors - others)
    return float(np.log2(authors) + ways / np.log(2))


def _rows(
    members: tuple[str, ...], met: Mapping[tuple[str, str], Meeting], seen: Mapping[int, Mapping[str, object]]
) -> Iterator[tuple[object, str, str]]:
    leader, *others = members
    meetings = [met[(min(leader, one), max(leader, one))] for one in others]
    path = sorted({stay for meeting in meetings for stay in meeting.stays[leader]})
    value = circuits.written([str(seen[stay]["place"]) for stay in path], str(seen[path[0]]["first"]))
    held = {*path, *(stay for one, meeting in zip(others, meetings, strict=True) for stay in meeting.stays[one])}
    for stay in sorted(held):
        for name in seen[stay]["ids"]:  # type: ignore[attr-defined]
            yield name, "tour", value
