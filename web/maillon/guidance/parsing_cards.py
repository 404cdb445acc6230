"""From the tables of cards.toml to typed records."""

from collections.abc import Mapping
from dataclasses import dataclass

from maillon.guidance import checks
from maillon.guidance.enums import Section, Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.reading import Record
from maillon.guidance.records import Card, CardItem, Contact, LegalSource, SignSource

FILE = "cards.toml"


@dataclass(frozen=True)
class Known:
    """What a card's codes may name."""

    law: Mapping[str, LegalSource]
    practice: Mapping[str, SignSource]
    contacts: Mapping[str, Contact]


def item(record: Record, known: Known) -> CardItem:
    """One line, with the sources that it names. Refuses one that names none, or one that is unknown."""
    law, practice = record.texts("law", ()), record.texts("practice", ())
    checks.check_known(record.where, "source", law, known.law)
    checks.check_known(record.where, "practice source", practice, known.practice)
    if not (law or practice):
        raise BrokenRulebook(f"{record.where}: names no source")
    return CardItem(
        code=record.text("code"),
        section=record.choice("section", Section),
        text=record.text("text"),
        law=tuple(known.law[code] for code in law),
        practice=tuple(known.practice[code] for code in practice),
    )


def card(record: Record, items: Mapping[str, CardItem], known: Known) -> Card:
    """A trade's card, with its lines in place of their codes."""
    contacts = record.texts("contacts")
    checks.check_known(record.where, "contact", contacts, known.contacts)
    return Card(
        trade=record.choice("trade", Trade),
        sections={section: _section(record, section, items) for section in Section},
        contacts=tuple(known.contacts[code] for code in contacts),
    )


def _section(record: Record, section: Section, items: Mapping[str, CardItem]) -> tuple[CardItem, ...]:
    codes = record.texts(section)
    checks.check_known(record.where, "item", codes, items)
    strangers = [code for code in codes if items[code].section is not section]
    if strangers:
        raise BrokenRulebook(f"{record.where}: {', '.join(strangers)} does not belong under {section}")
    return tuple(items[code] for code in codes)
