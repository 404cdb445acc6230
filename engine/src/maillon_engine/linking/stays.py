"""Who was where, and when: what texts say of a stay ("du 12 au 15 mars") or else where and when they are posted."""

import polars as pl

from maillon_engine import gazetteer

# Whoever is seen in one place for longer lives there.
LONGEST = 31
# Two texts from one place speak of one stay when no more days lie between them and no other place does.
_GAP = 14
# How far from a date in a text its place may stand, in characters.
_NEAR = 60
# The year of days that name none in a batch without dates: any leap year does.
_SOME_YEAR = 2000


def of_authors(documents: pl.DataFrame, contexts: pl.DataFrame, identifiers: pl.DataFrame) -> pl.DataFrame:
    """The stays of each author: `author`, `stay` (its number), `place`, `first` and `last` (days), `docs`.

    An author is the rarest contact of a text or, without a contact, its cluster; a text with neither has no author. A
    place is a folded name, so that a batch's column and the wording of a text agree.
    """
    known = documents.select("doc", "id", pl.col("posted_at").dt.date().alias("posted"))
    authored = _authors(contexts).join(known, on="doc")
    told = _told(authored, identifiers)
    posted = authored.join(told, on="doc", how="anti").select(
        "doc", "author", "place", pl.col("posted").alias("first"), pl.col("posted").alias("last")
    )
    seen = pl.concat([told, posted]).drop_nulls(["place", "first"])
    return _merged(_named(seen))


def _authors(contexts: pl.DataFrame) -> pl.DataFrame:
    cluster = pl.when(~pl.col("group").str.starts_with("alone ")).then("group")
    return contexts.select("doc", "place", pl.coalesce("contact", cluster).alias("author")).drop_nulls("author")


def _told(authored: pl.DataFrame, identifiers: pl.DataFrame) -> pl.DataFrame:
    """The stays that texts speak of, each at the place that stands nearest to its days, or else at the text's own."""
    spoken = identifiers.filter(pl.col("kind") == "tour_date").select("id", "start", "end", "value")
    places = identifiers.filter(pl.col("kind") == "place").select(
        "id", pl.col("start").alias("begins"), pl.col("end").alias("ends"), pl.col("value").alias("nearest")
    )
    gap = pl.max_horizontal(pl.col("start") - pl.col("ends"), pl.col("begins") - pl.col("end"))
    # Of two places as near, the one before the days: "Caen du 3 au 5, Flers du 6 au 8".
    near = (
        spoken.join(places, on="id")
        .with_columns(gap.alias("gap"))
        .filter(pl.col("gap") <= _NEAR)
        .sort("id", "start", "gap", "begins", "nearest")
        .group_by("id", "start", maintain_order=True)
        .agg(pl.col("nearest").first())
    )
    stays = spoken.join(near, on=["id", "start"], how="left").join(authored, on="id")
    dated = _dated(stays.with_columns(pl.coalesce("nearest", "place").alias("place")))
    length = (pl.col("last") - pl.col("first")).dt.total_days()
    return dated.filter(length.is_between(0, LONGEST)).select("doc", "author", "place", "first", "last")


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
    ordered = seen.sort("author", "first", "last", "place", "doc")
    before = pl.col("last").shift(1).over("author")
    moved = (pl.col("place") != pl.col("place").shift(1).over("author")).fill_null(value=True)
    late = ((pl.col("first") - before).dt.total_days() > _GAP).fill_null(value=True)
    return (
        ordered.with_columns((moved | late).cast(pl.Int32).cum_sum().alias("stay"))
        .group_by("author", "stay", "place", maintain_order=True)
        .agg(pl.col("first").min(), pl.col("last").max(), pl.col("doc").alias("docs"))
        .filter((pl.col("last") - pl.col("first")).dt.total_days() <= LONGEST)
    )
