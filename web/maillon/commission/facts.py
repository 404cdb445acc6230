"""What the law counts, and who sits in which quality: dated records from data files. No Django, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from maillon.guidance.dated import Facts, origin, parse
from maillon.guidance.reading import Record
from maillon.guidance.records import Dated

_FOLDER = Path(__file__).parent / "data"

FACTS = Facts(_FOLDER / "facts.toml")
value = FACTS.number


@dataclass(frozen=True, kw_only=True)
class Quality(Dated):
    """In which quality somebody sits: at which meetings, and whether another of the service may come instead."""

    label: str
    chairs: bool
    individual: bool
    policy: bool
    minors: bool
    # CRPA R133-3: who sits by office may be replaced by another of the service, a qualified person may not.
    substitutable: bool
    since: date | None = None


@cache
def qualities() -> Mapping[str, Quality]:
    """Every quality by its code, in the order of the law. Raises BrokenRulebook for a data file that is wrong."""
    return parse((_FOLDER / "qualities.toml").read_text(encoding="utf-8"), "quality", _quality)


def _quality(record: Record) -> Quality:
    return Quality(
        **origin(record),
        label=record.text("label"),
        chairs=record.flag("chairs"),
        individual=record.flag("individual"),
        policy=record.flag("policy"),
        minors=record.flag("minors"),
        substitutable=record.flag("substitutable"),
        since=record.day("since") if record.has("since") else None,
    )
