"""data·inclusion's schema v1, checked by its own package: one object with its structures and its services.

`{"structures": […], "services": […]}`; a service may also carry its structure within it, as the API gives it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from data_inclusion.schema.v1 import Service, Structure
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from maillon.directory.exchange import words
from maillon.directory.exchange.checking import record_of
from maillon.directory.exchange.formats.inclusion_reading import raw_of
from maillon.directory.exchange.formats.inclusion_writing import service_of, structure_of
from maillon.directory.exchange.formats.jsons import objects, read_json, refused
from maillon.directory.exchange.formats.kind import ALL_FIELDS, Format
from maillon.directory.exchange.records import BadRow, LeftOut, Problem, ProviderRecord, Record, Row
from maillon.directory.exchange.terms import terms

_Told = dict[str, Any]


def read(file: BinaryIO) -> Iterator[Row]:
    """The services of the file whose themes answer a need of this directory; the others are said to be left out."""
    yield from read_json(file, _rows)


def _rows(content: Any) -> Iterator[Row]:
    if not isinstance(content, dict):
        yield BadRow("", (Problem("", words.NOT_AN_OBJECT),))
        return
    structures: dict[str, _Told] = {}
    for where, told in objects(content.get("structures", []), "structures"):
        found = told if isinstance(told, BadRow) else _structure(told, where)
        if isinstance(found, BadRow):
            yield found
        else:
            structures[str(found["id"])] = found
    for where, told in objects(content.get("services"), "services"):
        yield told if isinstance(told, BadRow) else _service(told, where, structures)


def _structure(told: _Told, where: str) -> _Told | BadRow:
    try:
        found: _Told = Structure.model_validate(told).model_dump(mode="json")
    except ValidationError as error:
        return refused(error, where, told.get("id"))
    return found


def _service(told: _Told, where: str, structures: Mapping[str, _Told]) -> Row:
    try:
        found = Service.model_validate(told).model_dump(mode="json")
    except ValidationError as error:
        return refused(error, where, told.get("id"))
    structure = _structure_of(told, found, where, structures)
    if isinstance(structure, BadRow):
        return structure
    raw = raw_of(found, structure)
    if not raw["needs"]:
        return LeftOut(where, raw["external_id"], words.NO_NEED)
    return record_of(raw, where, forgiving=True)


def _structure_of(told: _Told, found: _Told, where: str, structures: Mapping[str, _Told]) -> _Told | BadRow:
    within, name = told.get("structure"), str(found["structure_id"])
    if isinstance(within, dict):
        return _structure(within, where)
    missing = BadRow(where, (Problem("structure_id", words.NO_PROVIDER, name),), str(found["id"]))
    return structures.get(name, missing)


def write(records: Iterable[Record], file: BinaryIO) -> list[LeftOut]:
    """Leaves out what the schema would refuse: a name of fewer than three letters, an e-mail address it doubts."""
    left_out, providers = [], dict[str, ProviderRecord]()
    dates: dict[str, str] = {}
    between = b""
    file.write(b'{"services": [')
    for record in records:
        told, structure = service_of(record), structure_of(record.provider, record)
        try:
            Service.model_validate(told)
            Structure.model_validate(structure)
        except ValidationError as error:
            (problem, *_rest) = refused(error, "", record.external_id).problems
            left_out.append(LeftOut("", record.external_id, f"{problem.field} : {problem.what}"))
            continue
        providers[record.provider.external_id] = record.provider
        dates[record.provider.external_id] = max(dates.get(record.provider.external_id, ""), structure["date_maj"])
        file.write(between + _json(told))
        between = b",\n"
    structures = [structure_of(provider) | {"date_maj": dates[name]} for name, provider in providers.items()]
    file.write(b'],\n"structures": [' + b",\n".join(map(_json, structures)) + b"]}\n")
    return left_out


def _json(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()


_UNSAID = {"min_age", "max_age", "excludes", "languages", "is_confidential", "confidence", "ended_on", "confirmed_by"}
FORMAT = Format(
    code="data-inclusion",
    title=_("data·inclusion (JSON)"),
    suffix="json",
    media_type="application/json",
    is_text=True,
    read=read,
    write=write,
    carries=ALL_FIELDS - _UNSAID,
    vocabulary={"needs": frozenset(terms().written), "welcomes": frozenset(terms().publics)},
    one_place=True,
)
