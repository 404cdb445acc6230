"""Open Referral HSDS 3.1 as JSON: a page of services, each with its organization and locations within it.

What is read and written holds to HSDS's own schemas (`hsds_schema`).
What HSDS has no field for stands in attributes (`maillon:need` and others): nothing is lost between two Maillons.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from maillon.directory.exchange import words
from maillon.directory.exchange.checking import record_of
from maillon.directory.exchange.cleaning import shortened
from maillon.directory.exchange.formats.hsds_models import Service
from maillon.directory.exchange.formats.hsds_reading import has_ended_there, raw_of
from maillon.directory.exchange.formats.hsds_schema import problems_of
from maillon.directory.exchange.formats.hsds_writing import service_of
from maillon.directory.exchange.formats.jsons import objects, read_json, refused
from maillon.directory.exchange.formats.kind import Format
from maillon.directory.exchange.records import BadRow, LeftOut, Record, Row


def read(file: BinaryIO) -> Iterator[Row]:
    """The services of a page, of a list, or the one service, that have a need of this directory."""
    yield from read_json(file, _rows)


def _rows(content: Any) -> Iterator[Row]:
    if isinstance(content, dict):
        content = content.get("contents", [content])
    for where, told in objects(content, "contents"):
        yield told if isinstance(told, BadRow) else _service(told, where)


def _service(told: dict[str, Any], where: str) -> Row:
    if problems := problems_of(told):
        return BadRow(where, problems, shortened(told.get("id") or "", 200))
    try:
        found = Service.model_validate(told)
    except ValidationError as error:
        return refused(error, where, told.get("id"))
    raw = raw_of(found)
    if has_ended_there(found, raw):
        return LeftOut(where, raw["external_id"], words.ENDED_THERE, ended=True)
    if not raw["needs"]:
        return LeftOut(where, raw["external_id"], words.NO_NEED)
    return record_of(raw, where, forgiving=True)


def write(records: Iterable[Record], file: BinaryIO) -> list[LeftOut]:
    """One page. Leaves out what HSDS's schemas would refuse."""
    left_out, count, between = [], 0, b""
    file.write(b'{"contents": [')
    for record in records:
        told = service_of(record)
        if problems := problems_of(told):
            left_out.append(LeftOut("", record.external_id, f"{problems[0].field} : {problems[0].what}"))
            continue
        file.write(between + json.dumps(told, ensure_ascii=False).encode())
        count, between = count + 1, b",\n"
    page = {
        "total_items": count, "total_pages": 1, "page_number": 1, "size": count, "first_page": True, "last_page": True,
        "empty": not count,
    }  # fmt: skip
    file.write(b"],\n" + json.dumps(page).encode()[1:] + b"\n")
    return left_out


FORMAT = Format(
    code="hsds",
    title=_("Open Referral HSDS 3.1 (JSON)"),
    suffix="json",
    media_type="application/json",
    is_text=True,
    read=read,
    write=write,
)
