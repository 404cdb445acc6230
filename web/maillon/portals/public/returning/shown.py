"""One recipient's way as its card shows it."""

from dataclasses import dataclass

from maillon.directory.enums import OrganisationKind
from maillon.portals.public.returning.forms import TextForm
from maillon.reports.enums import Direction
from maillon.reports.models import Message
from maillon.reports.rights import Ability
from maillon.reports.services import OpenedWords
from maillon.speaking.services import Way


@dataclass(frozen=True)
class Said:
    """A message, and whether she wrote it."""

    words: OpenedWords
    own: bool


@dataclass(frozen=True)
class Card:
    """What a card shows of a way, and which of its buttons there are."""

    way: Way
    kind: str
    messages: tuple[Said, ...]
    form: TextForm | None
    may_withdraw: bool


def shown(way: Way, wrong: TextForm | None) -> Card:
    """The card of a way. `wrong` is a text to this recipient that was refused, to be shown again."""
    key = way.transmission.id
    writes = Ability.WRITE_MESSAGE in way.may
    return Card(
        way=way,
        kind=str(OrganisationKind(way.transmission.recipient.kind).label),
        messages=tuple(Said(item, _is_own(item)) for item in way.messages),
        form=(wrong or TextForm(auto_id=f"id_{key}_%s")) if writes else None,
        may_withdraw=Ability.WITHDRAW_CONSENT in way.may and way.withdrawal is None,
    )


def _is_own(item: OpenedWords) -> bool:
    return isinstance(item.words, Message) and item.words.direction == Direction.TO_RECIPIENT
