"""Whole columns at once give what rows one by one give, whatever is in them."""

import datetime as dt
import tracemalloc

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillon_engine.intake import instants, spaces
from maillon_engine.intake.blocks import Block
from maillon_engine.intake.checking import SHAPE, Reject, checked
from maillon_engine.intake.faults import Fault
from maillon_engine.intake.rows import Document, document
from maillon_engine.intake.seen import Seen
from maillon_engine.stages import documents

SPACES = "".join(filter(str.isspace, map(chr, range(0x110000))))


def one_by_one(rows, faults=()):
    """What the rows come to when each is looked at by itself."""
    kept, rejects, had = [], [Reject(number, fault) for number, fault in faults], set()
    for number, values in rows:
        found = document(values)
        if isinstance(found, Document) and found.id in had:
            found = Fault.DUPLICATE_ID
        if isinstance(found, Document):
            had.add(found.id)
            kept.append({"row": number, **{name: getattr(found, name) for name in SHAPE}})
            rejects += [Reject(number, fault, found.id) for fault in found.faults]
        else:
            rejects.append(Reject(number, found))
    return kept, sorted(rejects, key=lambda one: one.number)


def in_columns(rows):
    numbers = np.array([number for number, _ in rows], np.int64)
    columns = {name: pa.array([values.get(name) for _, values in rows], pa.large_binary()) for name in SHAPE}
    return Block(numbers, columns)


spaced = st.text(st.sampled_from(SPACES + "aé0\x00\u200b"), max_size=5)
digits = st.text(st.sampled_from("0123456789-/: T.+Z"), max_size=32)
when = st.datetimes().map(dt.datetime.isoformat) | st.datetimes(timezones=st.timezones()).map(dt.datetime.isoformat)
day = st.dates().map(lambda one: one.strftime("%d/%m/%Y")) | st.dates().map(dt.date.isoformat)
clock = st.builds(
    "{:02}:{:02}{}".format,
    st.integers(0, 25),
    st.integers(0, 61),
    st.sampled_from(
        ["", ":00", ":59", ":60", ":30.5", ":30.123456", ":30.1234567", "Z", "+02:00", "+0200", ":10-23:59"]
    ),
)
instant = when | day | digits | st.builds("{}{}{}".format, day, st.sampled_from([" ", "T", "t", " à "]), clock)
epoch = st.integers(0, 10**11).map(str)
hashes = st.text(st.sampled_from("0123456789abcdefABCDEFxX "), min_size=14, max_size=19)
raw = st.binary(max_size=4)


def encoded(strategy):
    return st.none() | raw | strategy.map(lambda one: one.encode("utf-8", "surrogatepass"))


row = st.fixed_dictionaries(
    {
        "id": encoded(st.sampled_from(["1", "2", "3", "é"]) | spaced),
        "text": encoded(st.sampled_from(["Cours de piano", "درس", "🎹"]) | spaced),
        "posted_at": encoded(instant | epoch | spaced),
        "place": encoded(st.just(" Caen\u3000") | spaced),
        "source": encoded(spaced),
        "image_hash": encoded(hashes | spaced),
    }
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(row, max_size=6))
def test_columns_and_rows_agree(values):
    rows = list(enumerate(values, start=1))
    found = checked(in_columns(rows), Seen().fresh)
    kept, rejects = one_by_one(rows)
    assert found.documents.to_dicts() == kept
    assert found.rejects == rejects


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(instant | epoch, min_size=1, max_size=6))
def test_what_is_read_at_once_as_an_instant_is_the_instant_that_a_row_says(texts):
    bare = [text.strip() for text in texts]
    for text, found in zip(bare, instants.of_texts(pl.Series(bare, dtype=pl.String)).to_list(), strict=True):
        if found is not None:
            assert document({"id": "1", "text": "x", "posted_at": text}).posted_at == found, text


def test_the_usual_forms_are_read_at_once_and_none_is_left_to_the_slow_way():
    usual = [
        "2026-02-03", "2026-02-03 18:30", "2026-02-03T18:30:05", "2026-02-03 18:30:05.123", "2026-02-03T18:30:05Z",
        "2026-02-03 18:30:05+02:00", "03/02/2026", "03/02/2026 18:30", "03/02/2026 18:30:05", "1770112800",
    ]  # fmt: skip
    assert instants.of_texts(pl.Series(usual)).null_count() == 0


def test_white_space_is_python_s():
    assert spaces.stripped(pl.Series([f"{SPACES}a b{SPACES}", SPACES, ""])).to_list() == ["a b", None, None]
    assert spaces.inked(pl.Series([*SPACES, "\u200b", SPACES + "é"])).to_list() == [False] * len(SPACES) + [True, True]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (pa.array([0, None], pa.timestamp("s")), ["1970-01-01T00:00:00+00:00", None]),
        (pa.array([1], pa.timestamp("ns", "Europe/Paris")), ["1970-01-01T00:00:00+00:00"]),
        (pa.array([20_000], pa.date32()), ["2024-10-04T00:00:00+00:00"]),
        (pa.array([86_400_000], pa.date64()), ["1970-01-02T00:00:00+00:00"]),
        (pa.array([1_770_112_800, 20260203]), ["2026-02-03T10:00:00+00:00", "2026-02-03T00:00:00+00:00"]),
    ],
)
def test_instants_that_are_no_text(tmp_path, column, expected):
    assert posted(tmp_path, column)[0] == expected


@pytest.mark.parametrize(
    "column",
    [pa.array([2**60], pa.timestamp("us")), pa.array([2**31 - 1], pa.date32()), pa.array([1.5]), pa.array([["x"]])],
)
def test_a_value_that_is_no_instant_costs_the_row_its_value_only(tmp_path, column):
    assert posted(tmp_path, column) == ([None], ["posted-at-unreadable"])


def posted(tmp_path, column):
    table = pa.table({"id": [str(place) for place in range(len(column))], "text": ["x"] * len(column), "date": column})
    pq.write_table(table, tmp_path / "a.parquet")
    kept, refused = [], []
    documents.run(tmp_path / "a.parquet", kept.append, refused.append)
    instants = [row["posted_at"] for table in kept for row in table.to_pylist()]
    said = [one and one.astimezone(dt.UTC).isoformat() for one in instants]
    return said, [row["reason"] for table in refused for row in table.to_pylist()]


def test_ids_that_are_categories_numbers_or_bytes_are_ids(tmp_path):
    for place, column in enumerate((pa.array(["a", "b", "a"]).dictionary_encode(), pa.array([1, 2, 1]))):
        path = tmp_path / f"{place}.parquet"
        pq.write_table(pa.table({"id": column, "text": ["x", "y", "z"]}), path)
        refused = []
        done = documents.run(path, lambda _table: None, refused.append)
        assert (done.documents, [row["reason"] for row in refused[0].to_pylist()]) == (2, ["duplicate-id"])


@given(st.lists(st.lists(st.integers(0, 60).map(str), max_size=20), max_size=12))
def test_an_id_is_fresh_once(batches):
    seen, had = Seen(), set()
    for ids in batches:
        for one, fresh in zip(ids, seen.fresh(ids), strict=True):
            assert fresh == (one not in had)
            had.add(one)


def test_a_record_whose_quotes_never_end_is_given_up_and_never_held(tmp_path, monkeypatch):
    monkeypatch.setattr("maillon_engine.intake.delimited._LONGEST_RECORD", 20_000)
    path = tmp_path / "a.csv"
    # Every field is short, every line is short; one record has them all.
    path.write_text("id,text\n1,ok\n" + '"a\n",' * 80_000 + "\n", "utf-8")
    kept, refused = [], []
    tracemalloc.start()
    documents.run(path, kept.append, refused.append)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12_000_000
    assert kept[0]["id"].to_pylist() == ["1"]
    assert refused[0]["reason"][0].as_py() == "too-long"
