"""Reads the invented people and situations."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "data" / "orne.toml"


@cache
def invented() -> dict[str, Any]:
    """The data file as it stands: `instance`, `organisations`, `members` and `reports`."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
