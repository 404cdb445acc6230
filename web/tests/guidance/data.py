"""Copies of the guidance's data that a test may break."""

import copy
import tomllib
from typing import Any

from maillon.guidance.rulebook import DATA, FILES, Rulebook, build

Tables = dict[str, dict[str, Any]]
ORIGINAL: Tables = {name: tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")) for name in FILES}


def tables() -> Tables:
    """All data files, parsed; a fresh copy each time."""
    return copy.deepcopy(ORIGINAL)


def record(written: Tables, file: str, kind: str, code: str) -> dict[str, Any]:
    """One record of a copy, to be changed in place."""
    return next(item for item in written[file][kind] if item["code"] == code)


def changed(file: str, kind: str, code: str, /, **fields: Any) -> Rulebook:
    """The rulebook with some fields of one record replaced."""
    written = tables()
    record(written, file, kind, code).update(fields)
    return build(written, "test")
