"""JSON lines in, their identifiers as JSON lines out."""

from collections.abc import Iterator
from functools import partial
from io import UnsupportedOperation
from select import select
from typing import Any, BinaryIO, NamedTuple, TextIO

import orjson

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.registry import extract
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
    answers = [_answer(raw, region) for raw in lines]
    written = b"".join(answer for answer in answers if isinstance(answer, bytes))
    wrong = [(number, answer) for number, answer in enumerate(answers, 1) if isinstance(answer, str)]
    return _Answered(len(lines), written, wrong)


def _answer(raw: bytes | None, region: str) -> bytes | str:
    """The line for a line; nothing for an empty one; what is wrong with it where something is."""
    if raw is not None and not raw.strip():
        return b""
    one = _read(raw)
    if isinstance(one, str):
        return one
    found = [_written(item) for item in extract(one["text"], region=region)]
    return orjson.dumps({"id": one["id"], "identifiers": found}, option=orjson.OPT_APPEND_NEWLINE)


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


def _read(raw: bytes | None) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    if raw is None:
        return f"longer than {LONGEST >> 20} MB. Split the text."
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
