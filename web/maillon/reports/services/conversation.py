"""Sealed words: messages between a recipient and whoever reported, and notes that stay with the recipient."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.enums import Direction, Sealed
from maillon.reports.models import Message, Note, Transmission
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.services.locking import date_opening, locked
from maillon.reports.services.messages import send_message, text_bytes
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring

Words = Message | Note


@dataclass(frozen=True)
class OpenedWords:
    """A message or a note with its text. Not `readable`: sealed before this reader's key reached back to it."""

    words: Words
    text: str
    readable: bool = True


@transaction.atomic
def write_note(*, transmission_id: UUID, text: str, by: Membership, at: datetime) -> Note:
    """Seals a note to the recipient organisation alone: whoever reported has no key to it."""
    transmission = locked(transmission_id, by, Ability.WRITE_NOTE)
    note_id = new_id()
    item = vault.seal(
        plaintext=text_bytes(text),
        kind=Sealed.NOTE,
        subject_id=note_id,
        organisations=[transmission.recipient_id],
        at=at,
    )
    note = Note.objects.create(id=note_id, transmission=transmission, author=by, item=item, written_at=at)
    record(by=by, at=at, action=Action.NOTE_WRITTEN, subject_kind="transmission", subject_id=transmission.id)
    return note


@transaction.atomic
def write_message(*, transmission_id: UUID, text: str, by: Membership, at: datetime, asks: bool = False) -> Message:
    """Seals a message to both ends of a transmission, and tells the other end that something waits."""
    transmission = locked(transmission_id, by, Ability.WRITE_MESSAGE)
    direction = Direction.TO_RECIPIENT if _is_author(transmission, by) else Direction.TO_REPORTER
    return send_message(transmission=transmission, text=text, direction=direction, by=by, at=at, asks=asks)


def ask_more(*, transmission_id: UUID, text: str, by: Membership, at: datetime) -> Message:
    """A message that asks whoever reported for more."""
    return write_message(transmission_id=transmission_id, text=text, by=by, at=at, asks=True)


def _is_author(transmission: Transmission, by: Membership) -> bool:
    return by.id == transmission.report.author_id


@transaction.atomic
def read_messages(
    *, transmission: Transmission, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> list[OpenedWords]:
    """The messages of a transmission, oldest first, opened for either end. Marks those meant for the reader as read.

    Journalled. Raises NotAllowed, or CannotOpen when there are messages and none opens.
    """
    if Ability.READ_MESSAGES not in on_transmission(by, transmission):
        raise NotAllowed
    as_author = _is_author(transmission, by)
    messages = list(transmission.messages.select_related("item", "author__member").order_by("sent_at", "pk"))
    reader = _Reader(by, keyring, None if as_author else transmission.recipient_id, at, reason)
    opened = reader.open(messages)
    meant = Direction.TO_REPORTER if as_author else Direction.TO_RECIPIENT
    read = [item.words.pk for item in opened if item.readable]
    transmission.messages.filter(pk__in=read, direction=meant, read_at=None).update(read_at=at)
    if messages and not as_author:
        date_opening(transmission, at)
        reader.record(transmission, "messages")
    return opened


@transaction.atomic
def read_notes(
    *, transmission: Transmission, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> list[OpenedWords]:
    """The internal notes of a transmission, oldest first. Raises NotAllowed outside the recipient organisation.

    Journalled. Raises CannotOpen when there are notes and none opens.
    """
    if Ability.READ_NOTES not in on_transmission(by, transmission):
        raise NotAllowed
    notes = list(transmission.notes.select_related("item", "author__member").order_by("written_at", "pk"))
    reader = _Reader(by, keyring, transmission.recipient_id, at, reason)
    opened = reader.open(notes)
    if notes:
        reader.record(transmission, "notes")
    return opened


@dataclass(frozen=True)
class _Reader:
    """Who reads, with which key, when and why; `organisation_id` is None where the member's own key opens."""

    by: Membership
    keyring: Keyring
    organisation_id: UUID | None
    at: datetime
    reason: str

    def open(self, words: Sequence[Words]) -> list[OpenedWords]:
        """The texts, in the same order. Raises CannotOpen when there are some and none opens."""
        texts = vault.open_items(
            items=[item.item for item in words],
            keyring=self.keyring,
            organisation_id=self.organisation_id,
            by=self.by,
            at=self.at,
            reason=self.reason,
        )
        if words and not texts:
            raise CannotOpen
        return [
            OpenedWords(item, texts.get(item.item_id, b"").decode(), readable=item.item_id in texts) for item in words
        ]

    def record(self, transmission: Transmission, part: str) -> None:
        """One line on the transmission itself, so that its history shows who read what."""
        record(
            by=self.by,
            at=self.at,
            action=Action.OPENED,
            subject_kind="transmission",
            subject_id=transmission.id,
            reason=self.reason,
            details={"part": part},
        )
