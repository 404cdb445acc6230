"""A contact as its card says it: whether it answers now, what is known of it, and what nobody has verified."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.base.opening import Opening, opening
from maillon.guidance.doors import Door
from maillon.guidance.records import Contact


@dataclass(frozen=True)
class DoorLine:
    """`opening` is that of the moment asked; `languages` are names; `unverified` says what nobody has checked."""

    contact: Contact
    reason: str
    opening: Opening
    languages: tuple[str, ...]
    unverified: tuple[str | Promise, ...]


def door_lines(found: Iterable[Door], at: datetime) -> list[DoorLine]:
    """The contacts in their order, as they stand at a moment."""
    names = dict(settings.LANGUAGES)
    return [
        DoorLine(
            contact=door.contact,
            reason=door.reason,
            opening=opening(door.contact.opening, at),
            languages=tuple(names.get(code, code) for code in door.contact.languages),
            unverified=tuple(_unverified(door.contact)),
        )
        for door in found
    ]


def _unverified(contact: Contact) -> Iterable[str | Promise]:
    if contact.emergency:
        return
    if not contact.opening:
        yield _("les horaires")
    if not contact.languages:
        yield _("les langues parlées")
    if contact.number and not contact.cost:
        yield _("le prix de l’appel")
    if contact.number and contact.on_bill is None:
        yield _("si l’appel apparaît sur la facture")
