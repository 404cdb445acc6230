"""Physical lines of a file, without ever holding more of it than one line may be long."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

LONGEST_LINE = 8 * 1024 * 1024
_CHUNK = 1024 * 1024


def lines(path: Path) -> Iterator[bytes | None]:
    """Each line without its end; None in place of one that is longer than LONGEST_LINE. A BOM is left out."""
    with path.open("rb", buffering=_CHUNK) as stream:
        first = True
        for line in _split(stream):
            yield line.removeprefix(b"\xef\xbb\xbf") if first and line else line
            first = False


def _split(stream: BinaryIO) -> Iterator[bytes | None]:
    while line := stream.readline(LONGEST_LINE + 1):
        if line.endswith(b"\n"):
            yield line[:-1].removesuffix(b"\r")
        elif len(line) <= LONGEST_LINE:
            yield line
        else:
            _skip(stream)
            yield None


def _skip(stream: BinaryIO) -> None:
    while chunk := stream.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return
