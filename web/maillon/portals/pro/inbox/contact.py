"""How somebody without an account asked to be contacted, in words: shown beside her report and before one writes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from maillon.speaking.content import ContactWish
from maillon.speaking.enums import ContactChannel


@dataclass(frozen=True)
class Contact:
    """What she wants; `lines` are labels with values, empty where nobody may contact her."""

    allowed: bool
    lines: tuple[tuple[str, str], ...]


def contact_of(raw: bytes) -> Contact | None:
    """What was sealed, in words; None where nothing was, or where she took it back."""
    if not raw:
        return None
    wish = ContactWish.from_bytes(raw)
    if not wish.may_contact:
        return Contact(allowed=False, lines=())
    channel = ContactChannel(wish.channel).label if wish.channel in ContactChannel.values else wish.channel
    named = [
        (_("Par quel moyen"), str(channel)),
        (_("Numéro ou adresse"), wish.value),
        (_("Quand"), wish.hours),
        (_("Mot à dire d’abord"), wish.code_word),
        (_("Si quelqu’un d’autre répond, dire"), wish.neutral),
    ]
    return Contact(allowed=True, lines=tuple((label, value) for label, value in named if value))
