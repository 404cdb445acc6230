"""The guidance's data, loaded and checked together: sources, contacts, rules, signs, cards, exercises, doors."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from maillon.base.enums import Confidence
from maillon.guidance import cards, checks, doors, parsing, signs
from maillon.guidance.conditions import Condition, Matcher
from maillon.guidance.enums import Addressee, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.exercises import checks as exercise_checks
from maillon.guidance.exercises.records import Exercises
from maillon.guidance.records import (
    Card,
    Clock,
    Contact,
    Expectation,
    GroundTerms,
    LegalSource,
    Row,
    Rule,
    Sign,
)

DATA = Path(__file__).parent / "data"
FILES = (
    "sources",
    "contacts",
    "grounds",
    "clocks",
    "rules",
    "indicators",
    "htcds",
    "cards",
    "words",
    "scenarios",
    "doors",
)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything that guidance knows. Mappings are by code, in the order of the files; two rulebooks are never equal.

    `version` names the data: their date, and the beginning of their digest.
    """

    version: str
    sources: Mapping[str, LegalSource]
    contacts: Mapping[str, Contact]
    grounds: Mapping[str, GroundTerms]
    clocks: Mapping[str, Clock]
    expectations: Mapping[str, Expectation]
    rules: Mapping[str, Rule]
    rows: Mapping[str, Row]
    indicators: signs.Indicators
    cards: Mapping[Trade, Card]
    words: Mapping[str, Mapping[str, str]]
    exercises: Exercises
    doors: tuple[doors.DoorRow, ...]
    matcher: Matcher = field(init=False, repr=False)
    # For each row, the bits of its conditions in the matcher's masks.
    row_bits: tuple[tuple[Row, int], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        bits: list[tuple[Row, int]] = []
        conditions: list[Condition] = []
        for row in self.rows.values():
            bits.append((row, sum(1 << (len(conditions) + offset) for offset in range(len(row.when)))))
            conditions.extend(row.when)
        object.__setattr__(self, "matcher", Matcher(tuple(conditions)))
        object.__setattr__(self, "row_bits", tuple(bits))

    @property
    def signs(self) -> Mapping[str, Sign]:
        """Every sign by its code."""
        return self.indicators.signs

    def clock(self, addressee: Addressee) -> Clock | None:
        """The time that the law gives this addressee to answer, or None where no text that was read dates it."""
        return self.clocks.get(addressee)

    def word(self, value: StrEnum) -> str:
        """What a value of a closed list is called on screen (French msgid)."""
        return self.words[checks.list_name(type(value))][value.value]

    def confidence(self, codes: tuple[str, ...], on: date) -> Confidence:
        """The weakest of these sources that day; an expired source counts as unconfirmed."""
        return parsing.weakest([self.sources[code].confidence_on(on) for code in codes])

    def expired(self, on: date) -> tuple[str, ...]:
        """Which sources and contacts are past their day, one line each."""
        return checks.expired(self.sources, self.contacts, on)


@cache
def load() -> Rulebook:
    """The data that come with the program, read once. Raises BrokenRulebook."""
    return read(DATA)


def read(directory: Path, *, on: date | None = None) -> Rulebook:
    """The data in `directory`. Raises BrokenRulebook, also for what has expired when `on` is given.

    A running instance does not pass `on`: what has expired is then shown as to be confirmed instead of stopping it.
    """
    contents = {name: _read_file(directory, name) for name in FILES}
    digest = hashlib.sha256(b"".join(contents[name] for name in FILES)).hexdigest()[:12]
    rulebook = build({name: _parse_file(name, content) for name, content in contents.items()}, digest)
    late = rulebook.expired(on) if on else ()
    if late:
        raise BrokenRulebook("; ".join(late))
    return rulebook


def build(tables: Mapping[str, Mapping[str, Any]], digest: str) -> Rulebook:
    """A checked rulebook from the parsed files, by their names. Raises BrokenRulebook."""
    sources = parsing.indexed("sources.toml", tables["sources"].get("source"), parsing.source)
    contacts = parsing.indexed("contacts.toml", tables["contacts"].get("contact"), parsing.contact)
    grounds = parsing.indexed(
        "grounds.toml", tables["grounds"].get("ground"), parsing.ground, lambda item: item.ground.value
    )
    clocks = parsing.indexed(
        "clocks.toml", tables["clocks"].get("legal"), parsing.clock, lambda item: item.addressee.value
    )
    expectations = parsing.indexed("clocks.toml", tables["clocks"].get("expectation"), parsing.expectation)
    rules = parsing.indexed("rules.toml", tables["rules"].get("rule"), parsing.rule)
    rows = parsing.indexed("rules.toml", tables["rules"].get("step"), parsing.row)
    indicators = signs.build(tables["indicators"], tables["htcds"])
    trade_cards = cards.build(tables["cards"], sources, contacts)
    words = _words(tables["words"])
    for item in contacts.values():
        checks.check_known(f"contacts.toml, {item.code}", "source", [item.source], sources)
    checks.check_grounds(grounds, sources)
    checks.check_rows(rows, rules, sources, contacts, grounds)
    checks.check_clocks(clocks, sources)
    checks.check_words(words)
    exercises = exercise_checks.build(tables["scenarios"], indicators, rows)
    version = f"{_dated(tables['rules'])}+{digest}"
    return Rulebook(
        version,
        sources,
        contacts,
        grounds,
        clocks,
        expectations,
        rules,
        rows,
        indicators,
        trade_cards,
        words,
        exercises,
        doors.build(tables["doors"], contacts),
    )


def _read_file(directory: Path, name: str) -> bytes:
    try:
        return (directory / f"{name}.toml").read_bytes()
    except OSError as fault:
        raise BrokenRulebook(f"{name}.toml: can't be read ({fault.strerror})") from fault


def _parse_file(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BrokenRulebook(f"{name}.toml: {fault}") from fault


def _dated(table: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(table.get("version", ""))
    except (TypeError, ValueError):
        raise BrokenRulebook("rules.toml: version must be a date") from None


def _words(table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for name, entries in table.items():
        if not isinstance(entries, Mapping) or not all(isinstance(text, str) and text for text in entries.values()):
            raise BrokenRulebook(f"words.toml, {name}: must be a table of texts")
        words[name] = dict(entries)
    return words
