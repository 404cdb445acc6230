"""What the two JSON formats share: reading a file whole, and saying what a pydantic model refuses."""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from uuid import UUID, uuid5

from pydantic import ValidationError

from maillon.directory.exchange import words
from maillon.directory.exchange.cleaning import shortened
from maillon.directory.exchange.records import BadRow, Problem, Row

# Names under which identifiers are made up where a format asks for one that we don't keep. Any fixed one would do.
_NAMES = UUID("6f6d2a34-4a2e-4d0e-9a43-0f8f6c0f6e61")
_SENTENCES = {"missing": words.MISSING, "enum": words.NOT_A_CODE}


def read_json(file: BinaryIO, rows: Callable[[Any], Iterator[Row]]) -> Iterator[Row]:
    """The rows that `rows` finds in the file's content; one bad row where it is no JSON."""
    try:
        content = json.loads(file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield BadRow("", (Problem("", words.NOT_READABLE, shortened(error)),))
        return
    yield from rows(content)


def objects(content: Any, name: str) -> Iterator[tuple[str, dict[str, Any] | BadRow]]:
    """Where each object of a list stands, and the object, or what stands there instead of one."""
    if not isinstance(content, list):
        yield name, BadRow(name, (Problem(name, words.NOT_READABLE),))
        return
    for number, each in enumerate(content):
        where = f"{name}[{number}]"
        yield where, each if isinstance(each, dict) else BadRow(where, (Problem("", words.NOT_AN_OBJECT),))


def refused(error: ValidationError, where: str, external_id: object) -> BadRow:
    """What a schema says against an object, per field."""
    problems = [
        Problem(
            ".".join(str(part) for part in each["loc"]),
            _SENTENCES.get(each["type"]) or f"{words.REFUSED_BY_SCHEMA} ({each['msg']})",
            "" if each["type"] == "missing" else shortened(each["input"]),
        )
        for each in error.errors(include_url=False, include_context=False)
    ]
    return BadRow(where, tuple(problems), shortened(external_id or "", 200))


def made_id(*parts: str) -> str:
    """The same UUID for the same names, so that two exports of one service are one."""
    return str(uuid5(_NAMES, "/".join(parts)))


def as_id(kind: str, external_id: str) -> str:
    """The identifier itself where it is a UUID, else one made of it."""
    try:
        return str(UUID(external_id))
    except ValueError:
        return made_id(kind, external_id)
