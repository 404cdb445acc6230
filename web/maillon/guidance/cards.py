"""The trades' cards, loaded and checked: every trade has one, every section says something and fits its page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from maillon.base.enums import Confidence
from maillon.guidance import parsing, parsing_cards, parsing_signs
from maillon.guidance.enums import Trade
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.parsing_cards import FILE, Known
from maillon.guidance.records import Card, CardItem, Contact, LegalSource

# As many as fit on one page in big type.
MOST = 4


def build(
    tables: Mapping[str, Any], law: Mapping[str, LegalSource], contacts: Mapping[str, Contact]
) -> dict[Trade, Card]:
    """Checked cards by trade, in the order of the closed list. Raises BrokenRulebook."""
    practice = parsing.indexed(FILE, tables.get("source"), parsing_signs.sign_source)
    known = Known(law, practice, contacts)
    items = parsing.indexed(FILE, tables.get("item"), lambda record: parsing_cards.item(record, known))
    cards = parsing.indexed(
        FILE,
        tables.get("card"),
        lambda record: parsing_cards.card(record, items, known),
        lambda found: found.trade.value,
    )
    _check_complete(cards)
    _check_used(cards, items, practice)
    return {trade: cards[trade] for trade in Trade}


def confidence(item: CardItem, on: date) -> Confidence:
    """What an item is worth that day: as much as its weakest source."""
    return parsing.weakest(list(item.confidences_on(on)))


def _check_complete(cards: Mapping[str, Card]) -> None:
    missing = sorted(set(Trade) - set(cards))
    if missing:
        raise BrokenRulebook(f"{FILE}: no card for {', '.join(missing)}")
    for card in cards.values():
        for name, lines in (*card.sections.items(), ("contacts", card.contacts)):
            if not 1 <= len(lines) <= MOST:
                raise BrokenRulebook(f"{FILE}, {card.trade}: {name} has {len(lines)} lines, not one to {MOST}")


def _check_used(cards: Mapping[str, Card], items: Mapping[str, CardItem], practice: Mapping[str, Any]) -> None:
    shown = {item.code for card in cards.values() for item in card.items}
    cited = {source.code for item in items.values() for source in item.practice}
    idle = sorted((set(items) - shown) | (set(practice) - cited))
    if idle:
        raise BrokenRulebook(f"{FILE}: no card shows {', '.join(idle)}")
