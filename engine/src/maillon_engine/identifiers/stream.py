"""JSON lines in, their identifiers as JSON lines out."""

from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

import orjson

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.registry import extract

# Bytes of one line; a longer one is not held in memory to see what it is.
LONGEST = 1 << 24


def run(source: BinaryIO, out: BinaryIO, said: TextIO, region: str) -> int:
    """Reads {"id", "text"} a line, writes {"id", "identifiers"} a line, at once so that a pipe sees each answer.

    A line that can't be read is named on `said`, never quoted, and gives no line. Returns 1 when there was one, else 0.
    """
    wrong = 0
    for number, raw in enumerate(_lines(source), 1):
        if raw is not None and not raw.strip():
            continue
        one = _read(raw)
        if isinstance(one, str):
            wrong += 1
            said.write(f"maillon-engine: line {number}: {one}\n")
            continue
        found = [_written(item) for item in extract(one["text"], region=region)]
        out.write(orjson.dumps({"id": one["id"], "identifiers": found}) + b"\n")
        out.flush()
    return 1 if wrong else 0


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    while raw := source.readline(LONGEST):
        if len(raw) < LONGEST or raw.endswith(b"\n"):
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = source.readline(LONGEST)
        yield None


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
