"""The dated facts of this app, out of its data files."""

import tomllib
from functools import cache
from pathlib import Path

from maillon.cases.enums import EntryKind
from maillon.cases.rules.retention import After, Retention, Rule
from maillon.guidance.dated import origin, parse
from maillon.guidance.reading import Record

_FILE = Path(__file__).parent / "data" / "retention.toml"


@cache
def retention() -> Retention:
    """How long content is kept. Raises BrokenRulebook for a rule that does not say all it must."""
    text = _FILE.read_text(encoding="utf-8")
    reminders = tomllib.loads(text)["reminders"]
    return Retention(
        rules=tuple(parse(text, "rule", _rule).values()),
        reminders=tuple(sorted(reminders["days"], reverse=True)),
        notice=reminders["notice"],
    )


def _rule(record: Record) -> Rule:
    kinds = record.take("kinds")
    return Rule(
        **origin(record),
        kinds=frozenset(EntryKind(kind) for kind in kinds),
        months=record.number("months"),
        after=record.choice("after", After),
        own=record.flag("own"),
    )
