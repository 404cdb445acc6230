"""Who was where, and when: what texts say of a stay ("du 12 au 15 mars") or else where and when they are posted."""

import polars as pl

from maillon_engine import gazetteer
from maillon_engine.backends.base import Backend, Handle

# Whoever is seen in one place for longer lives there.
LONGEST = 31
# Two texts from one place speak of one stay when no more days lie between them and no other place does.
_GAP = 14
# How far from a date in a text its place may stand, in characters.
_NEAR = 60
# The year of days that name none in a batch without dates: any leap year does.
_SOME_YEAR = 2000
_AUTHORS = """
SELECT id, COALESCE(contact, wording) AS author, place, posted_at FROM contexts
WHERE COALESCE(contact, wording) IS NOT NULL ORDER BY id
"""
_SPOKEN = """
SELECT id, kind, value, "start", "end" FROM identifiers WHERE kind IN ('place', 'tour_date')
ORDER BY id, "start", "end", kind, value
"""


def authors(backend: Backend, contexts: Handle) -> Handle:
    """Who wrote each text, by `id`: `author`, and the `place` and moment (`posted_at`) of the text.

    An author is the rarest contact of a text or, without a contact, its cluster; a text with neither has no author.
    """
    return backend.sql(_AUTHORS, contexts=contexts)


def spoken(backend: Backend, identifiers: Handle) -> Handle:
    """What texts say of places and days: rows of identifiers."""
    return backend.sql(_SPOKEN, identifiers=identifiers)


def of_authors(authored: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """The stays of each author: `author`, `stay` (its number), `place`, `first` and `last` (days), `ids`.

    A place is a folded name, so that a batch's column and the wording of a text agree.
    """
    known = authored.select("id", "author", "place", pl.col("posted_at").dt.date().alias("posted"))
    told = _told(known, spoken)
    posted = known.join(told, on="id", how="anti").select(
        "id", "author", "place", pl.col("posted").alias("first"), pl.col("posted").alias("last")
    )
    seen = pl.concat([told, posted]).drop_nulls(["place", "first"])
    return _merged(_named(seen))


def _told(authored: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The stays that texts speak of, each at the place that stands nearest to its days, or else at the text's own."""
    dates = found.filter(pl.col("kind") == "tour_date").select("id", "start", "end", "value")
    places = found.filter(pl.col("kind") == "place").select(
        "id", pl.col("start").alias("begins"), pl.col("end").alias("ends"), pl.col("value").alias("nearest")
    )
    gap = pl.max_horizontal(pl.col("start") - pl.col("ends"), pl.col("begins") - pl.col("end"))
    # Of two places as near, the one before the days: "Caen du 3 au 5, Flers du 6 au 8".
    near = (
        dates.join(places, on="id")
        .with_columns(gap.alias("gap"))
        .filter(pl.col("gap") <= _NEAR)
        .sort("id", "start", "gap", "begins", "nearest")
        .group_by("id", "start", maintain_order=True)
        .agg(pl.col("nearest").first())
    )
    stays = dates.join(near, on=["id", "start"], how="left").join(authored, on="id")
    dated = _dated(stays.with_columns(pl.coalesce("nearest", "place").alias("place")))
    length = (pl.col("last") - pl.col("first")).dt.total_days()
    return dated.filter(length.is_between(0, LONGEST)).select("id", "author", "place", "first", "last")


def _dated(stays: pl.DataFrame) -> pl.DataFrame:
    """With `first` and `last`: where no year is said, the one that brings the stay nearest to the day of posting."""
    usual = stays["posted"].drop_nulls().median()
    around = pl.col("posted").fill_null(pl.lit(usual) if usual is not None else pl.date(_SOME_YEAR, 7, 1)).cast(pl.Date)
    begins, ends = (pl.col("value").str.split("/").list.get(part) for part in (0, 1))
    yearless = pl.col("value").str.starts_with("--")
    tries = [_in_year(begins, around.dt.year() + step) for step in (0, -1, 1)]
    away = [(one - around).dt.total_days().abs().fill_null(10_000) for one in tries]
    chosen = pl.concat_list(tries).list.get(pl.concat_list(away).list.arg_min())
    first = pl.when(yearless).then(chosen).otherwise(begins.str.to_date(strict=False))
    same = _in_year(ends, pl.col("first").dt.year())
    following = _in_year(ends, pl.col("first").dt.year() + 1)
    last = pl.when(yearless).then(pl.when(same >= pl.col("first")).then(same).otherwise(following))
    return stays.with_columns(first.alias("first")).with_columns(
        last.otherwise(ends.str.to_date(strict=False)).alias("last")
    )


def _in_year(day: pl.Expr, year: pl.Expr) -> pl.Expr:
    """The day "--03-12" in a year; null for the 29th of February of most."""
    return pl.format("{}-{}", year, day.str.strip_prefix("--")).str.to_date("%Y-%m-%d", strict=False)


def _named(seen: pl.DataFrame) -> pl.DataFrame:
    """Places by their folded name, whether they came as a code of a commune or as a name."""
    distinct = seen["place"].unique().to_list()
    known = gazetteer.communes() if distinct else {}
    names = [gazetteer.folded(known[one].name if one in known else one) or one for one in distinct]
    folded = pl.DataFrame({"place": distinct, "name": names}, schema={"place": pl.String, "name": pl.String})
    return seen.join(folded, on="place").drop("place").rename({"name": "place"})


def _merged(seen: pl.DataFrame) -> pl.DataFrame:
    """Texts of one author that speak of one stay, as one row. A stay that is too long is none."""
    ordered = seen.sort("author", "first", "last", "place", "id")
    before = pl.col("last").shift(1).over("author")
    moved = (pl.col("place") != pl.col("place").shift(1).over("author")).fill_null(value=True)
    late = ((pl.col("first") - before).dt.total_days() > _GAP).fill_null(value=True)
    return (
        ordered.with_columns((moved | late).cast(pl.Int32).cum_sum().alias("stay"))
        .group_by("author", "stay", "place", maintain_order=True)
        .agg(pl.col("first").min(), pl.col("last").max(), pl.col("id").alias("ids"))
        .filter((pl.col("last") - pl.col("first")).dt.total_days() <= LONGEST)
    )
