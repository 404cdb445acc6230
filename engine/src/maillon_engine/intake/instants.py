"""Columns of instants: the forms that a file usually has, read at once. What is in another form is left to `rows`."""

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

_DAY, _HOUR = r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]", r"[0-2][0-9]:[0-5][0-9]"
_SECONDS, _ZONE = r":[0-5][0-9]", r"(?:Z|[+-][01][0-9]:[0-5][0-9])"
_FRENCH = r"[0-3][0-9]/[01][0-9]/[12][0-9]{3}"
# An expression that finds a form, the form, and whether it says its zone. Each is a form of `rows.instant` as well.
_FORMS = (
    (f"^{_DAY}[T ]{_HOUR}{_SECONDS}(?:\\.[0-9]{{1,6}})?{_ZONE}$", "%Y-%m-%dT%H:%M:%S%.f%z", True),
    (f"^{_DAY}[T ]{_HOUR}{_SECONDS}(?:\\.[0-9]{{1,6}})?$", "%Y-%m-%dT%H:%M:%S%.f", False),
    (f"^{_DAY}[T ]{_HOUR}$", "%Y-%m-%dT%H:%M", False),
    (f"^{_DAY}$", "%Y-%m-%d", False),
    (f"^{_FRENCH} {_HOUR}{_SECONDS}$", "%d/%m/%Y %H:%M:%S", False),
    (f"^{_FRENCH} {_HOUR}$", "%d/%m/%Y %H:%M", False),
    (f"^{_FRENCH}$", "%d/%m/%Y", False),
)
_EPOCH = r"^[1-9][0-9]{9}$"
_UTC = pl.Datetime("us", "UTC")


def of_texts(texts: pl.Series) -> pl.Series:
    """The instants that these texts say, null where one is in no usual form."""
    rest = pl.DataFrame({"row": pl.arange(len(texts), eager=True), "text": texts}).drop_nulls("text")
    found = []
    for expression, form, zoned in (*_FORMS, (_EPOCH, None, False)):
        fits = rest["text"].str.contains(expression)
        if fits.any():
            read = _epoch if form is None else _read
            some = rest.filter(fits)
            found.append(some.select("row", read(some["text"], form or "", zoned=zoned).alias("instant")))
            rest = rest.filter(~fits)
        if rest.is_empty():
            break
    rows = pl.DataFrame({"row": pl.arange(len(texts), eager=True)})
    known = pl.concat(found) if found else pl.DataFrame(schema={"row": pl.Int64, "instant": _UTC})
    return rows.join(known, on="row", how="left", maintain_order="left")["instant"]


def _read(texts: pl.Series, form: str, *, zoned: bool) -> pl.Series:
    plain = texts.str.replace(" ", "T", literal=True) if "T" in form else texts
    if not zoned:
        return plain.str.to_datetime(form, strict=False, time_unit="us").dt.replace_time_zone("UTC")
    # What lies after the year 9999 once its zone is taken off is left to `rows` as well.
    return plain.str.replace("Z$", "+00:00").str.to_datetime(form, strict=False, time_unit="us").cast(_UTC)


def _epoch(texts: pl.Series, _form: str, *, zoned: bool) -> pl.Series:
    del zoned
    return (texts.cast(pl.Int64) * 1_000_000).cast(_UTC)


def of_instants(column: pa.Array) -> pl.Series | None:
    """The instants of an Arrow column of timestamps or dates, null for those out of the calendar; None for another."""
    kind = column.type
    if not (pa.types.is_timestamp(kind) or pa.types.is_date(kind)):
        return None
    days = column.cast(pa.timestamp("s")) if pa.types.is_date32(kind) else column
    if pa.types.is_date64(kind):
        days = column.cast(pa.int64()).cast(pa.timestamp("ms"))
    seconds = _in_seconds(days)
    inside = pc.and_(pc.greater_equal(seconds, _FIRST), pc.less_equal(seconds, _LAST))
    usual = pc.if_else(inside, days, pa.scalar(None, days.type))
    plain = usual.cast(pa.timestamp("us", days.type.tz), safe=False)
    made = plain if days.type.tz else plain.cast(pa.int64()).cast(pa.timestamp("us"))
    return pl.Series(made.cast(pa.int64()).cast(pa.timestamp("us", "UTC")))


# The calendar of datetime, in seconds since 1970: the years 1 to 9999.
_FIRST, _LAST = -62_135_596_800, 253_402_300_799


def _in_seconds(column: pa.Array) -> pa.Array:
    per = {"s": 1, "ms": 1000, "us": 1_000_000, "ns": 1_000_000_000}[column.type.unit]
    return pc.floor(pc.divide(column.cast(pa.int64()).cast(pa.float64(), safe=False), float(per)))
