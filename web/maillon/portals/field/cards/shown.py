"""A card in words for a screen or for paper: its sections, its numbers, and what each line rests on."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from maillon.base.enums import Confidence
from maillon.guidance.cards import confidence
from maillon.guidance.enums import Section
from maillon.guidance.records import Card, CardItem, LegalSource, SignSource
from maillon.guidance.rulebook import Rulebook
from maillon.portals.components.guided import NumberLine, number_lines


@dataclass(frozen=True)
class ReadIn:
    """A source with the number by which lines name it. Texts that are citations stay French."""

    number: int
    name: str
    checked_on: date
    to_confirm: bool


@dataclass(frozen=True)
class ItemLine:
    """A line, and the numbers of its sources."""

    text: str
    read_in: tuple[int, ...]
    to_confirm: bool


@dataclass(frozen=True)
class SectionLines:
    """A section under its title."""

    section: Section
    title: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True)
class CardShown:
    """A card, ready for its templates. All texts are translated. `renew_on`: from then on, print it anew."""

    trade: str
    trade_name: str
    sections: tuple[SectionLines, ...]
    numbers: tuple[NumberLine, ...]
    sources: tuple[ReadIn, ...]
    version: str
    renew_on: date

    @property
    def to_confirm(self) -> bool:
        """Whether a line of it rests on something unconfirmed."""
        return any(item.to_confirm for section in self.sections for item in section.items)


def shown(card: Card, book: Rulebook, on: date) -> CardShown:
    """The card as it stands on that day."""
    numbered = _numbered(card)
    return CardShown(
        trade=card.trade.value,
        trade_name=_(book.word(card.trade)),
        sections=tuple(
            SectionLines(section, _(book.word(section)), tuple(_line(item, numbered, on) for item in items))
            for section, items in card.sections.items()
        ),
        numbers=number_lines((contact.code for contact in card.contacts), on),
        sources=tuple(_read_in(number, source, on) for source, number in numbered.items()),
        version=book.version,
        renew_on=card.renew_on,
    )


def _numbered(card: Card) -> dict[LegalSource | SignSource, int]:
    """The card's sources, numbered in the order in which its lines name them."""
    named = dict.fromkeys(source for item in card.items for source in item.sources)
    return {source: number for number, source in enumerate(named, start=1)}


def _line(item: CardItem, numbered: dict[LegalSource | SignSource, int], on: date) -> ItemLine:
    return ItemLine(
        text=_(item.text),
        read_in=tuple(sorted(numbered[source] for source in item.sources)),
        to_confirm=confidence(item, on) is Confidence.UNCONFIRMED,
    )


def _read_in(number: int, source: LegalSource | SignSource, on: date) -> ReadIn:
    if isinstance(source, LegalSource):
        unconfirmed = source.confidence_on(on) is Confidence.UNCONFIRMED
        return ReadIn(number, f"{source.text}, {source.article}", source.checked_on, unconfirmed)
    return ReadIn(number, source.title, source.checked_on, source.confidence is Confidence.UNCONFIRMED)
