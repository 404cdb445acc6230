"""From tables of the data files to typed records."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from maillon.base.enums import Confidence
from maillon.base.opening import check_hours
from maillon.guidance.conditions import parse_condition
from maillon.guidance.enums import Addressee, Channel, Delay, Duty, Ground, Identity
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.reading import Record
from maillon.guidance.records import (
    Clock,
    Contact,
    Expectation,
    GroundTerms,
    LegalSource,
    Row,
    Rule,
)

# From the most to the least certain.
CERTAINTY = (Confidence.VERIFIED, Confidence.SECONDARY, Confidence.UNCONFIRMED)

T = TypeVar("T")


def weakest(confidences: list[Confidence]) -> Confidence:
    """The least certain of them: a chain holds no better than its weakest link."""
    return max(confidences, key=CERTAINTY.index)


def indexed(
    file: str,
    tables: Any,
    parse: Callable[[Record], T],
    key: Callable[[T], str] = lambda item: item.code,  # type: ignore[attr-defined]
) -> dict[str, T]:
    """The records of one list by their code, in the order of the file. Refuses a code that stands twice."""
    if not isinstance(tables, list) or not tables:
        raise BrokenRulebook(f"{file}: holds no record")
    found: dict[str, T] = {}
    for number, table in enumerate(tables, start=1):
        name = table.get("code", number) if isinstance(table, Mapping) else number
        record = Record(f"{file}, {name}", table)
        item = parse(record)
        record.done()
        if key(item) in found:
            raise BrokenRulebook(f"{record.where}: this code stands twice")
        found[key(item)] = item
    return found


def source(record: Record) -> LegalSource:
    checked_on, expires_on = life(record)
    return LegalSource(
        code=record.text("code"),
        text=record.text("text"),
        article=record.text("article"),
        summary=record.text("summary"),
        source=record.text("source"),
        confidence=record.choice("confidence", Confidence),
        checked_on=checked_on,
        expires_on=expires_on,
        version_date=record.day("version_date") if record.has("version_date") else None,
        note=record.text("note", ""),
    )


def contact(record: Record) -> Contact:
    checked_on, expires_on = life(record)
    found = Contact(
        code=record.text("code"),
        name=record.text("name"),
        number=record.text("number", ""),
        url=record.text("url", ""),
        purpose=record.text("purpose"),
        hours=record.text("hours"),
        emergency=record.flag("emergency"),
        source=record.text("source"),
        confidence=record.choice("confidence", Confidence),
        checked_on=checked_on,
        expires_on=expires_on,
        opening=_hours(record),
        languages=record.texts("languages", ()),
        asks=record.text("asks", ""),
        cost=record.text("cost", ""),
        on_bill=record.flag("on_bill") if record.has("on_bill") else None,
        not_for=record.text("not_for", ""),
        zone=record.texts("zone", ()),
    )
    if not (found.number or found.url):
        raise BrokenRulebook(f"{record.where}: has neither number nor url")
    if found.confidence is Confidence.UNCONFIRMED:
        raise BrokenRulebook(f"{record.where}: a number that no source confirms can't be shown")
    return found


def ground(record: Record) -> GroundTerms:
    return GroundTerms(
        ground=record.choice("ground", Ground),
        name=record.text("name"),
        terms=record.text("terms"),
        sources=record.texts("sources"),
    )


def clock(record: Record) -> Clock:
    return Clock(
        addressee=record.choice("addressee", Addressee),
        months=record.number("months"),
        basis=record.text("basis"),
        sources=record.texts("sources"),
    )


def expectation(record: Record) -> Expectation:
    return Expectation(code=record.text("code"), hours=record.number("hours"), basis=record.text("basis"))


def rule(record: Record) -> Rule:
    return Rule(
        code=record.text("code"),
        title=record.text("title"),
        situation=record.text("situation"),
        elsewhere=record.text("elsewhere", ""),
    )


def row(record: Record) -> Row:
    return Row(
        code=record.text("code"),
        rule=record.text("rule"),
        slot=record.text("slot", ""),
        when=tuple(parse_condition(written, record.where) for written in record.tables("when")),
        addressee=record.choice("addressee", Addressee),
        ground=record.choice("ground", Ground),
        duty=record.choice("duty", Duty),
        delay=record.choice("delay", Delay),
        channel=record.choice("channel", Channel),
        identity=record.choice("identity", Identity),
        identity_ground=record.choice("identity_ground", Ground) if record.has("identity_ground") else None,
        optional=record.flag("optional"),
        what=record.text("what"),
        avoid=record.texts("avoid"),
        tell=record.texts("tell"),
        sources=record.texts("sources"),
        contacts=record.texts("contacts", ()),
    )


def _hours(record: Record) -> str:
    written = record.text("opening", "")
    try:
        check_hours(written or "24/7")
    except ValueError as fault:
        raise BrokenRulebook(f"{record.where}: {fault}") from fault
    return written


def life(record: Record) -> tuple[date, date]:
    """The days on which it was checked and from which it is believed no more. Refuses an end before the check."""
    checked_on, expires_on = record.day("checked_on"), record.day("expires_on")
    if expires_on <= checked_on:
        raise BrokenRulebook(f"{record.where}: expires before it was checked")
    return checked_on, expires_on
