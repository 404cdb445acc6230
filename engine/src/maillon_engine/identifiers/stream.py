"""JSON lines in, their identifiers as JSON lines out."""

from collections.abc import Iterator
from functools import partial
from io import UnsupportedOperation
from select import select
from typing import Any, BinaryIO, NamedTuple, TextIO

import orjson

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.registry import extract_all
from maillon_engine.workers import ordered

# Bytes of one line; a longer one is not held in memory to see what it is.
LONGEST = 1 << 24
_CHUNK = 1 << 16


def run(source: BinaryIO, out: BinaryIO, said: TextIO, region: str) -> int:
    """Reads {"id", "text"} a line, writes {"id", "identifiers"} a line: all answers to what has come before it waits.

    A line that can't be read is named on `said`, never quoted, and gives no line. Returns 1 when there was one, else 0.
    """
    wrong = number = 0
    for answer in ordered(partial(_answered, region), _batches(source)):
        said.writelines(f"maillon-engine: line {number + line}: {what}\n" for line, what in answer.wrong)
        number += answer.lines
        wrong += len(answer.wrong)
        out.write(answer.written)
        out.flush()
    return 1 if wrong else 0


class _Answered(NamedTuple):
    """What some lines became: how many they were, what is written for them, and what is wrong with which of them."""

    lines: int
    written: bytes
    wrong: list[tuple[int, str]]


def _answered(region: str, lines: list[bytes | None]) -> _Answered:
    read = [_read(raw) for raw in lines]
    wrong = [(number, one) for number, one in enumerate(read, 1) if isinstance(one, str)]
    right = [one for one in read if isinstance(one, dict)]
    found = extract_all([one["text"] for one in right], region=region)
    written = b"".join(_line(one["id"], items) for one, items in zip(right, found, strict=True))
    return _Answered(len(lines), written, wrong)


def _line(name: object, found: list[Identifier]) -> bytes:
    items = [_written(item) for item in found]
    return orjson.dumps({"id": name, "identifiers": items}, option=orjson.OPT_APPEND_NEWLINE)


def _batches(source: BinaryIO) -> Iterator[list[bytes | None] | None]:
    """The lines, as many at once as have come: None for one that is too long, of which nothing is held.

    None in their place where nothing more has come yet.
    """
    rest, skipping = b"", False
    while chunk := _some(source):
        *whole, rest = (rest + chunk).split(b"\n")
        lines: list[bytes | None] = [*whole]
        if skipping and lines:
            lines[0], skipping = None, False
        if len(rest) > LONGEST or skipping:
            rest, skipping = b"", True
        yield [line if line is None or len(line) <= LONGEST else None for line in lines]
        if not _has_more(source):
            yield None
    if rest or skipping:
        yield [None if skipping else rest]


def _has_more(source: BinaryIO) -> bool:
    """Whether reading on would not wait."""
    try:
        return bool(select([source], [], [], 0)[0])
    except UnsupportedOperation:  # what lies in memory
        return True


def _some(source: BinaryIO) -> bytes:
    """What has come, without waiting for more; b"" at the end."""
    read = getattr(source, "read1", source.read)
    some: bytes = read(_CHUNK)
    return some


def _read(raw: bytes | None) -> dict[str, Any] | str | None:
    """The object of a line, or what is wrong with it; None for an empty one."""
    if raw is None:
        return f"longer than {LONGEST >> 20} MB. Split the text."
    if not raw.strip():
        return None
    try:
        one = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return 'not JSON in UTF-8. Write {"id": "…", "text": "…"} on each line.'
    if not isinstance(one, dict) or not isinstance(one.get("text"), str) or "id" not in one:
        return 'needs an object with "id" and a "text" that is a string.'
    return one


def _written(item: Identifier) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "kind": item.kind,
        "value": item.value,
        "start": item.start,
        "end": item.end,
        "obfuscated": item.obfuscated,
        "how": item.how,
    }
    return {**plain, "parts": dict(item.parts)} if item.parts else plain
