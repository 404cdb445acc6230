"""From the tables of indicators.toml to typed records."""

from collections.abc import Mapping
from typing import Any

from maillon.base.enums import Confidence
from maillon.guidance.enums import Dimension, Evidence, IloDimension, Scope, Setting, Strength, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.parsing import weakest
from maillon.guidance.reading import Record
from maillon.guidance.records import Combination, Counts, Sign, SignSource

FILE = "indicators.toml"


def sign_source(record: Record) -> SignSource:
    return SignSource(
        code=record.text("code"),
        title=record.text("title"),
        confidence=record.choice("confidence", Confidence),
        checked_on=record.day("checked_on"),
    )


def sign(record: Record, known: Mapping[str, SignSource]) -> Sign:
    sources, confidence = _sources(record, known)
    return Sign(
        code=record.text("code"),
        text=record.text("text"),
        otherwise=record.text("otherwise"),
        scope=record.choice("scope", Scope),
        dimension=record.choice("dimension", Dimension),
        ilo=record.choice("ilo", IloDimension) if record.has("ilo") else None,
        strength=record.choice("strength", Strength) if record.has("strength") else None,
        evidence=record.choice("evidence", Evidence),
        trades=frozenset(record.choices("trades", Trade)),
        settings=frozenset(record.choices("settings", Setting)),
        htcds=record.texts("htcds", ()),
        sources=sources,
        confidence=confidence,
    )


def combination(table: Any, known: Mapping[str, SignSource]) -> Combination:
    """The rule by which signs combine."""
    record = Record(f"{FILE}, combination", table)
    sources, confidence = _sources(record, known)
    enough = tuple(_counts(one) for one in record.tables("enough"))
    record.done()
    return Combination(enough, sources, confidence)


def first(table: Any) -> dict[str, tuple[str, ...]]:
    """The signs of each trade's first screen, in their order."""
    record = Record(f"{FILE}, first", table)
    found = {trade.value: record.texts(trade) for trade in Trade if record.has(trade)}
    record.done()
    return found


def _counts(table: Any) -> Counts:
    record = Record(f"{FILE}, combination", table)
    counts = Counts(record.count("strong"), record.count("medium"), record.count("weak"))
    record.done()
    if not (counts.strong or counts.medium or counts.weak):
        raise BrokenRulebook(f"{record.where}: nothing can't be enough")
    return counts


def _sources(record: Record, known: Mapping[str, SignSource]) -> tuple[tuple[str, ...], Confidence]:
    sources = record.texts("sources")
    unknown = [code for code in sources if code not in known]
    if unknown or not sources:
        raise BrokenRulebook(f"{record.where}: unknown source {', '.join(unknown) or '(none)'}")
    return sources, weakest([known[code].confidence for code in sources])
