"""What is exported and imported again is what it was, and nothing that is no file breaks a format."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.formats.inclusion_writing import shown_name
from maillon.directory.exchange.records import BadRow, LeftOut, Record
from maillon.directory.exchange.terms import terms
from tests.directory.exchange.invented import a_record, file_of, records, rows_of

EXACT = ["csv", "xlsx", "hsds"]


@pytest.mark.parametrize("kind", EXACT)
@settings(max_examples=30, deadline=None)
@given(told=st.lists(records(), max_size=3, unique_by=lambda record: record.external_id))
def test_a_service_comes_back_as_it_went(kind, told):
    assert rows_of(file_of(*told, kind=kind), kind) == told


def long_enough(description):
    return description if len(description) >= 5 else ""


def said_in_inclusion(record):
    """What is left of a service in data·inclusion's words."""
    known, publics = set(terms().written), set(terms().publics)
    return replace(
        record,
        name=shown_name(record.name),
        provider=replace(record.provider, description=long_enough(record.provider.description)),
        summary=long_enough(record.summary),
        needs=tuple(need for need in record.needs if need in known),
        welcomes=tuple(trait for trait in record.welcomes if trait in publics),
        zone_kind="departement" if record.zone_kind == "region" else record.zone_kind,
        confirmed_on=record.confirmed_on or record.changed_on,
        confirmed_by="data·inclusion (maillon)",
        confidence="secondary",
        min_age=None, max_age=None, excludes=(), languages=(), is_confidential=False,
        places=tuple(replace(place, name="", hours="") for place in record.places[:1]),
    )  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(told=records())
def test_data_inclusion_gives_back_all_that_it_has_words_for(told):
    (row,) = rows_of(file_of(told, kind="data-inclusion"), "data-inclusion")
    if set(told.needs) & set(terms().written):
        assert row == said_in_inclusion(told)
    else:
        assert isinstance(row, LeftOut)


@pytest.mark.parametrize("kind", sorted(FORMATS))
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_without_breaking(kind, content):
    assert all(isinstance(row, BadRow) for row in rows_of(io.BytesIO(content), kind))


anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=10,
)


@pytest.mark.parametrize("kind", ["data-inclusion", "hsds"])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_service_with_anything_in_its_fields_is_read_without_breaking(kind, data):
    content = json.load(file_of(a_record(), kind=kind))
    for told in [*content.get("services", []), *content.get("structures", []), *content.get("contents", [])]:
        for name in data.draw(st.sets(st.sampled_from(sorted(told)), max_size=3)):
            told[name] = data.draw(anything)
    rows = rows_of(io.BytesIO(json.dumps(content).encode()), kind)
    assert rows
    assert all(isinstance(row, Record | BadRow | LeftOut) for row in rows)


@settings(max_examples=60, deadline=None)
@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=37, max_size=37))
def test_a_line_with_anything_in_its_cells_is_read_without_breaking(cells):
    head = file_of(kind="csv").read().decode()
    rows = rows_of(io.BytesIO((head + ";".join(cells)).encode()))
    assert all(isinstance(row, Record | BadRow) for row in rows)


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@x", "\t=1", "'=x"])
def test_nothing_in_an_export_is_a_formula(text):
    content = file_of(a_record(how=f"{text} suite", eligibility=text)).read().decode("utf-8-sig")
    cells = [cell for line in content.splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell.lstrip('"')[:1] in "=+-@\t" and cell.lstrip('"')]


def test_a_book_that_would_fill_the_memory_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("maillon.directory.exchange.formats.xlsx.MOST_UNPACKED", 1000)
    (row,) = rows_of(file_of(a_record(), kind="xlsx"), "xlsx")
    assert "trop grand" in str(row.problems[0].what)


def test_a_zip_that_is_no_book_is_one_bad_row():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    file.seek(0)
    (row,) = rows_of(file, "xlsx")
    assert isinstance(row, BadRow)


def test_cells_pasted_from_a_spreadsheet_and_windows_letters_are_read():
    text = file_of(a_record()).read().decode("utf-8-sig")
    for content in (text.replace(";", "\t").encode(), text.encode("cp1252"), text.replace(";", ",").encode()):
        assert rows_of(io.BytesIO(content)) == [a_record()]
