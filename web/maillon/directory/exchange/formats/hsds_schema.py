"""Holds a service to what the JSON schemas of HSDS 3.1 ask, with the library jsonschema-rs.

The schemas' structure stands in `data/hsds-3.1.toml` (where it is from, and under which licence: the note beside it).
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError

from maillon.directory.exchange import words
from maillon.directory.exchange.cleaning import shortened
from maillon.directory.exchange.records import Problem, Sentence

STRUCTURE = Path(__file__).resolve().parents[1] / "data" / "hsds-3.1.toml"
Schema = dict[str, Any]
# How the table says what the schemas say with `type` and `format`.
PLAIN: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    **{name: {"type": "string", "format": name} for name in ("uuid", "uri", "email", "date-time")},
}
# RFC 3986: a scheme, and then none of what has to be escaped.
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]*")
_BY_TYPE = {
    "string": words.NOT_A_TEXT,
    "number": words.NOT_ANY_NUMBER,
    "array": words.NOT_A_LIST,
    "object": words.NOT_AN_OBJECT,
}
_BY_FORMAT = {
    "uuid": words.NOT_A_UUID, "uri": words.NOT_AN_ADDRESS, "email": words.NOT_AN_EMAIL, "date-time": words.NOT_A_MOMENT,
}  # fmt: skip


def _is_uri(value: str) -> bool:
    return _URI.fullmatch(value) is not None


def _is_moment(value: str) -> bool:
    try:
        return dt.datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def problems_of(service: object) -> tuple[Problem, ...]:
    """What the schemas say against a service and everything within it: where, and what. Nothing, where they hold.

    Fields that HSDS does not know are passed over, as its schemas do. Formats (UUID, address, moment) are held to.
    """
    try:
        found = [_problem(error) for error in _validator().iter_errors(service)]
    except (RecursionError, ValueError):
        # Nested too deeply, or something that JSON can't hold.
        return (Problem("", words.NOT_READABLE),)
    return tuple(dict.fromkeys(found))


@cache
def _validator() -> Draft202012Validator:
    structure: Mapping[str, Mapping[str, Any]] = tomllib.loads(STRUCTURE.read_text("utf-8"))
    formats = {"uri": _is_uri, "date-time": _is_moment}
    return Draft202012Validator(schemas_of(structure)["service"], formats=formats, validate_formats=True)


def schemas_of(structure: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Schema]:
    """A JSON schema for each object of the table, by its name. They hold one another: nothing has to be looked up."""
    made: dict[str, Schema] = {name: {"type": "object"} for name in structure}
    for name, told in structure.items():
        made[name] |= {"properties": dict(_properties(told, made)), "required": told["required"]}
    return made


def _properties(told: Mapping[str, Any], made: Mapping[str, Schema]) -> Iterator[tuple[str, Schema]]:
    for kind, schema in PLAIN.items():
        yield from ((field, schema) for field in told.get(kind, ()))
    yield from ((field, made[name]) for field, name in told.get("one", {}).items())
    yield from ((field, {"type": "array", "items": made[name]}) for field, name in told.get("many", {}).items())
    yield from ((field, {"type": "string", "enum": codes}) for field, codes in told.get("closed", {}).items())


def _problem(error: ValidationError) -> Problem:
    where, told = [str(part) for part in error.instance_path], error.kind.as_dict()
    if error.kind.name == "required":
        return Problem(".".join([*where, told["property"]]), words.MISSING)
    return Problem(".".join(where), _sentence(error.kind.name, told), shortened(error.instance))


def _sentence(name: str, told: Mapping[str, Any]) -> Sentence:
    if name == "enum":
        return words.NOT_A_CODE
    return _BY_FORMAT[told["format"]] if name == "format" else _BY_TYPE[told["types"][0]]
