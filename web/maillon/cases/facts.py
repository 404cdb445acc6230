"""The dated facts of this app, out of its data files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from maillon.base.enums import Confidence
from maillon.cases.enums import EntryKind
from maillon.cases.rules.retention import After, Retention, Rule

_FILE = Path(__file__).parent / "data" / "retention.toml"


@cache
def retention() -> Retention:
    """How long content is kept. Raises ValueError, KeyError or TypeError for a file that does not say all it must."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    reminders = table["reminders"]
    return Retention(
        rules=tuple(_rule(row) for row in table["rule"]),
        reminders=tuple(sorted(reminders["days"], reverse=True)),
        notice=reminders["notice"],
    )


def retention_sources() -> list[dict[str, Any]]:
    """The rows as they are written, with article, source, day of checking and how sure: for pages and documents."""
    rows: list[dict[str, Any]] = tomllib.loads(_FILE.read_text("utf-8"))["rule"]
    return rows


def _rule(row: dict[str, Any]) -> Rule:
    Confidence(row["confidence"])
    missing = {"article", "source", "checked", "own", "until"} - row.keys()
    if missing:
        msg = f"{row['code']} does not say {sorted(missing)}"
        raise ValueError(msg)
    kinds = frozenset(EntryKind(kind) for kind in row["kinds"])
    return Rule(code=row["code"], kinds=kinds, months=row["months"], after=After(row["after"]))
