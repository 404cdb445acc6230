"""Batches as people send them: every file form, and everything that can be wrong with a row."""

import json
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine import schemas
from maillon_engine.errors import BatchRefused
from maillon_engine.intake import lines as physical
from maillon_engine.intake.columns import Columns
from maillon_engine.intake.rows import Document, document, instant
from maillon_engine.stages import documents


def taken(path, columns=None):
    """The documents and the rejects of a batch, as lists of rows."""
    kept, refused = [], []
    done = documents.run(path, kept.append, refused.append, columns)
    rows = [[row for table in tables for row in table.to_pylist()] for tables in (kept, refused)]
    assert (done.documents, done.rejects) == tuple(map(len, rows))
    assert all(table.schema == schemas.DOCUMENTS for table in kept)
    return rows


def reasons(rejects):
    return [(row["row"], row["reason"]) for row in rejects]


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


FRENCH = "Cours de piano à Alençon, 25 €"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_with_any_usual_separator(tmp_path, separator):
    header = separator.join(("id", "texte", "ville", "date"))
    row = separator.join(("1", f'"{FRENCH}\nle soir"', "Caen", "03/02/2026 18:30"))
    kept, refused = taken(write(tmp_path / "a.csv", f"\ufeff{header}\r\n{row}\r\n"))
    assert refused == []
    assert kept[0]["text"] == FRENCH + "\nle soir"
    assert (kept[0]["place"], kept[0]["posted_at"]) == ("Caen", datetime(2026, 2, 3, 18, 30, tzinfo=UTC))


def test_json_lines_with_other_names(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps({"ref": 7, "corps": FRENCH, "site": "un site"}) + "\n")
    kept, _ = taken(path, Columns({"id": "ref", "text": "corps"}))
    assert (kept[0]["id"], kept[0]["source"]) == ("7", "un site")


def test_parquet_with_bytes_that_are_no_text(tmp_path):
    table = pa.table(
        {"id": ["1", "2"], "text": pa.array([b"bon", b"\xff\xfe"]), "image_hash": ["00ff00ff00ff00ff", "no"]}
    )
    pq.write_table(table, tmp_path / "a.parquet")
    kept, refused = taken(tmp_path / "a.parquet")
    assert [row["image_hash"] for row in kept] == ["00ff00ff00ff00ff"]
    assert reasons(refused) == [(2, "not-utf-8")]


def test_a_folder_is_read_in_the_order_of_its_names_and_an_id_counts_once(tmp_path):
    write(tmp_path / "b.jsonl", '{"id":"1","text":"second"}\n{"id":"2","text":"deux"}\n')
    write(tmp_path / "a.csv", "id,text\n1,first\n")
    kept, refused = taken(tmp_path)
    assert [row["text"] for row in kept] == ["first", "deux"]
    assert [(row["file"], row["reason"], row["kept"]) for row in refused] == [("b.jsonl", "duplicate-id", False)]


def test_every_bad_line_is_said_and_the_rest_goes_on(tmp_path):
    bad = [
        b'{"id":"1"}', b'{"text":"x"}', b"[1]", b"{", b"", b'{"id":"5","text":"\xe9"}',
        b'{"id":"7","text":"a\\u0000b"}',
        b'{"id":"8","text":"ok","posted_at":"demain"}', b'{"id":"9","text":"\xc3\xa9"}',
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(bad))
    kept, refused = taken(tmp_path / "a.jsonl")
    assert [row["id"] for row in kept] == ["8", "9"]
    assert reasons(refused) == [
        (1, "no-text"), (2, "no-id"), (3, "not-an-object"), (4, "not-json"), (5, "empty"), (6, "not-utf-8"),
        (7, "nul-byte"), (8, "posted-at-unreadable"),
    ]  # fmt: skip
    assert [row["kept"] for row in refused] == [False] * 7 + [True]


def test_mixed_encodings_in_one_table(tmp_path):
    (tmp_path / "a.csv").write_bytes("id;text\n1;été\n".encode() + "2;été\n".encode("cp1252") + b"3;fin\n")
    kept, refused = taken(tmp_path / "a.csv")
    assert [row["id"] for row in kept] == ["1", "3"]
    assert reasons(refused) == [(3, "not-utf-8")]


def test_a_line_without_end_is_skipped_and_never_held(tmp_path, monkeypatch):
    monkeypatch.setattr(physical, "LONGEST_LINE", 1000)
    for name, good in (("a.jsonl", '{{"id":"{0}","text":"ok"}}\n'), ("b.csv", "{0},ok\n")):
        head = "id,text\n" if name == "b.csv" else ""
        path = write(tmp_path / name, head + good.format(1) + "x" * 5_000_000 + "\n" + good.format(2))
        kept, refused = taken(path)
        assert [row["id"] for row in kept] == ["1", "2"]
        assert [row["reason"] for row in refused] == ["too-long"]
        assert max(len(line or b"") for line in physical.lines(path)) <= 1000


def test_a_hundred_thousand_empty_rows_are_a_hundred_thousand_rejects(tmp_path):
    path = write(tmp_path / "a.csv", "id,text\n" + ",\n" * 100_000 + "1,la dernière\n")
    kept, refused = taken(path)
    assert (len(kept), len(refused)) == (1, 100_000)


def test_a_row_with_too_few_or_too_many_fields(tmp_path):
    _, refused = taken(write(tmp_path / "a.csv", "id,text\n1\n2,a,b\n"))
    assert reasons(refused) == [(2, "wrong-number-of-columns"), (3, "wrong-number-of-columns")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "a,b\n1,2\n", "Name the right one with --id"),
        ("a.xlsx", "x", "It takes in .parquet"),
        ("a.parquet", "x", "not a Parquet file"),
    ],
)
def test_what_cannot_be_read_at_all_is_refused_with_what_to_do(tmp_path, name, content, said):
    with pytest.raises(BatchRefused, match=said):
        taken(write(tmp_path / name, content))


def test_utf_16_is_refused_and_a_missing_file_too(tmp_path):
    with pytest.raises(BatchRefused, match="UTF-16"):
        taken(write(tmp_path / "a.csv", "id,text\n1,a\n", "utf-16"))
    with pytest.raises(BatchRefused, match="no such file"):
        taken(tmp_path / "none")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=60), max_size=12), st.sampled_from([".csv", ".jsonl"]))
def test_whatever_the_bytes_each_row_is_either_taken_or_said(tmp_path_factory, parts, suffix):
    path = tmp_path_factory.mktemp("fuzz") / f"a{suffix}"
    path.write_bytes((b"id,text\n" if suffix == ".csv" else b"") + b"\n".join(parts))
    kept, refused = [], []
    try:
        done = documents.run(path, kept.append, refused.append)
    except BatchRefused:
        return
    lost = [row for table in refused for row in table.to_pylist() if not row["kept"]]
    assert done.rows == done.documents + len(lost)
    for table in kept:
        table.validate(full=True)


@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "posted_at", "image_hash", "place"]),
        st.text() | st.integers() | st.none() | st.binary(),
    )
)
def test_a_document_always_fits_the_schema(values):
    found = document(values)
    if isinstance(found, Document):
        assert found.id.strip()
        assert found.text.strip()
        row = {name: getattr(found, name) for name in schemas.DOCUMENTS.names}
        pa.Table.from_pylist([row], schema=schemas.DOCUMENTS).validate(full=True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-02-03", (2026, 2, 3, 0)),
        ("2026-02-03T10:00:00+02:00", (2026, 2, 3, 8)),
        ("03/02/2026", (2026, 2, 3, 0)),
        ("1770112800", (2026, 2, 3, 10)),
        ("12", None),
        ("hier", None),
    ],
)
def test_instants(value, expected):
    assert instant(value) == (datetime(*expected, tzinfo=UTC) if expected else None)
