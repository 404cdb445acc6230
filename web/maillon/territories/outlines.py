"""Outlines of départements: facts of the project's files. A département without a file has no outline."""

import json
import lzma
import re
from functools import lru_cache
from pathlib import Path

from maillon.territories.rules.outlines import Ring, dissolved, without_holes

_FOLDER = Path(__file__).parent / "data"
_CODE = re.compile(r"\d[\dAB]\d?")


@lru_cache(maxsize=8)
def outline(departement: str) -> tuple[Ring, ...]:
    """The rings around a département, longest first, as (longitude, latitude); none when its outline is not known.

    Read once per process, from the outlines of its communes in `data/outlines-<code>.geojson.xz`.
    """
    path = _FOLDER / f"outlines-{departement}.geojson.xz"
    if not _CODE.fullmatch(departement) or not path.exists():
        return ()
    # No département has a hole: what looks like one is land of a commune that the source has lost in a merger.
    return without_holes(dissolved(json.loads(lzma.decompress(path.read_bytes()))))
