"""Which numbers the public page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from maillon.guidance.records import Contact


@dataclass(frozen=True)
class Numbers:
    """What to call at once, whom to talk to, and where to write.

    `checked_on` is the day all of them were checked, or None when the days differ or one has to be checked again:
    then each says its own.
    """

    urgent: tuple[Contact, ...]
    listening: tuple[Contact, ...]
    online: tuple[Contact, ...]
    checked_on: date | None


def numbers_on(contacts: Iterable[Contact], on: date) -> Numbers:
    """Those shown on a day. Unchecked for too long, a help line disappears; an emergency number never does."""
    shown = [contact for contact in contacts if contact.emergency or not contact.expired_on(on)]
    days = {contact.checked_on for contact in shown}
    common = len(days) == 1 and not any(contact.expired_on(on) for contact in shown)
    return Numbers(
        urgent=tuple(contact for contact in shown if contact.emergency),
        listening=tuple(contact for contact in shown if contact.number and not (contact.emergency or contact.zone)),
        online=tuple(contact for contact in shown if not contact.number),
        checked_on=days.pop() if common else None,
    )
