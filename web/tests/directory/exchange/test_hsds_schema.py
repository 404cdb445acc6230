"""What is exported holds to the schemas of HSDS 3.1, and a file that breaks them is told where and how."""

import io
import json
import tomllib

import jsonschema_rs
import pytest
from hypothesis import given, settings

from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.formats.hsds_schema import STRUCTURE, problems_of, schemas_of
from maillon.directory.exchange.formats.hsds_writing import service_of
from maillon.directory.exchange.records import BadRow
from scripts.hsds_structure import PLAIN, lines, structure_of
from tests.directory.exchange.invented import a_record, file_of, records, rows_of


def structure():
    return tomllib.loads(STRUCTURE.read_text("utf-8"))


@settings(max_examples=60, deadline=None)
@given(told=records())
def test_any_service_is_written_as_the_schemas_ask(told):
    assert problems_of(service_of(told)) == ()


# The key, what is put there, and what the bad line says: field and sentence.
BROKEN = [
    (["id"], "12", "id", "UUID"),
    (["status"], "open", "status", "code inconnu"),
    (["status"], None, "status", "code inconnu"),
    (["name"], 3, "name", "pas un texte"),
    (["url"], "pas d’adresse", "url", "adresse de site"),
    (["email"], "nobody", "email", "adresse électronique"),
    (["minimum_age"], "12", "minimum_age", "pas un nombre"),
    (["last_modified"], "2026-10-01", "last_modified", "son fuseau"),
    (["last_modified"], "hier", "last_modified", "son fuseau"),
    (["phones"], {}, "phones", "pas une liste"),
    (["phones", 0], {"id": "ac148810-d857-441c-9679-408f346de14b"}, "phones.0.number", "manque"),
    (["organization", "uri"], "é", "organization.uri", "adresse de site"),
    (["service_at_locations", 0, "location", "addresses", 0, "country"], 33,
     "service_at_locations.0.location.addresses.0.country", "pas un texte"),
    (["capacities"], [{"id": "ac148810-d857-441c-9679-408f346de14b", "unit": 3, "available": 1, "updated": "x"}],
     "capacities.0.unit", "pas un objet"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "field", "sentence"), BROKEN)
def test_what_breaks_the_schemas_is_a_bad_line_with_its_place_and_reason(path, value, field, sentence):
    content = json.load(file_of(a_record(), kind="hsds"))
    told = content["contents"][0]
    for step in path[:-1]:
        told = told[step]
    told[path[-1]] = value
    (row,) = rows_of(io.BytesIO(json.dumps(content).encode()), "hsds")
    assert isinstance(row, BadRow)
    assert row.where == "contents[0]"
    assert (field, True) in [(problem.field, sentence in str(problem.what)) for problem in row.problems]


def test_everything_that_is_missing_is_named_once():
    problems = problems_of({"organization": {"id": "ac148810-d857-441c-9679-408f346de14b"}})
    assert sorted(problem.field for problem in problems) == [
        "id", "name", "organization.description", "organization.name", "status",
    ]  # fmt: skip


def test_a_value_nested_without_end_is_one_bad_line():
    deep = b'{"id": ' + b"[" * 900 + b"]" * 900 + b"}"
    (row,) = rows_of(io.BytesIO(deep), "hsds")
    assert isinstance(row, BadRow)


def test_a_service_that_the_schemas_refuse_is_left_out_of_an_export_and_named():
    record = a_record(external_id="s9", email="nobody")
    file = io.BytesIO()
    (left_out,) = FORMATS["hsds"].write((record, a_record()), file)
    assert (left_out.external_id, "email" in str(left_out.why)) == ("s9", True)
    assert [row.external_id for row in rows_of(io.BytesIO(file.getvalue()), "hsds")] == ["s1"]


def test_addresses_with_accents_are_written_as_the_schemas_ask():
    record = a_record(website="https://exemple.fr/été")
    assert service_of(record)["url"] == "https://exemple.fr/%C3%A9t%C3%A9"
    assert problems_of(service_of(record)) == ()


def test_the_table_makes_sound_schemas_and_names_only_what_it_has():
    told = structure()
    for name, schema in schemas_of(told).items():
        assert set(told[name]["required"]) <= set(schema["properties"]), name
        flat = {
            "type": "object",
            "required": schema["required"],
            "properties": {key: {} for key in schema["properties"]},
        }
        jsonschema_rs.meta.validate(flat)
    assert {"service", "organization", "location", "unit", "url"} <= set(told)


def official(told):
    """A schema as the specification publishes it, sentences and all, made of a table."""
    made = {name: _officially(table) for name, table in told.items()}
    return made.pop("service") | {"definitions": made}


def _officially(table):
    words = {"title": "Any", "description": "Some words.", "example": "x", "constraints": {"unique": False}}
    properties = {field: {**schema, **words} for kind, schema in PLAIN.items() for field in table.get(kind, ())}
    properties |= {field: {"$ref": f"#/definitions/{name}", **words} for field, name in table.get("one", {}).items()}
    properties |= {
        field: {"type": "array", "items": {"$ref": f"#/definitions/{name}"}, **words}
        for field, name in table.get("many", {}).items()
    }
    properties |= {field: {"type": "string", "enum": codes} for field, codes in table.get("closed", {}).items()}
    return {"name": "any", "path": "any.csv", "type": "object", "properties": properties, "required": table["required"]}


def test_the_reduction_keeps_the_structure_and_no_sentence():
    told = structure()
    assert structure_of(official(told)) == told
    text = "".join(lines(told))
    assert tomllib.loads(text) == told
    assert STRUCTURE.read_text("utf-8").endswith(text)


def test_the_reduction_refuses_a_rule_that_the_table_has_no_word_for():
    schema = official(structure())
    schema["properties"]["name"]["pattern"] = "[a-z]+"
    with pytest.raises(ValueError, match="pattern"):
        structure_of(schema)
