"""Sealed words: messages between a recipient and whoever reported, and notes that stay with the recipient."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.base.tasks import defer
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.enums import Direction, Sealed
from maillon.reports.models import Message, Note, Transmission
from maillon.reports.refusals import EmptyText, NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.services.locking import locked
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring

Words = Message | Note


@dataclass(frozen=True)
class OpenedWords:
    """A message or a note with its text."""

    words: Words
    text: str


@transaction.atomic
def write_note(*, transmission_id: UUID, text: str, by: Membership, at: datetime) -> Note:
    """Seals a note to the recipient organisation alone: whoever reported has no key to it."""
    transmission = locked(transmission_id, by, Ability.WRITE_NOTE)
    note_id = new_id()
    item = vault.seal(
        plaintext=_bytes(text),
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
    message_id = new_id()
    item = vault.seal(
        plaintext=_bytes(text),
        kind=Sealed.MESSAGE,
        subject_id=message_id,
        organisations=[transmission.recipient_id],
        members=[transmission.report.author.member_id],
        at=at,
    )
    direction = _direction(transmission, by)
    message = Message.objects.create(
        id=message_id,
        transmission=transmission,
        direction=direction,
        author=by,
        item=item,
        asks=asks and direction is Direction.TO_REPORTER,
        sent_at=at,
    )
    _tell_other_end(transmission, direction)
    record(
        by=by,
        at=at,
        action=Action.MESSAGE_SENT,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id if direction is Direction.TO_RECIPIENT else None,
    )
    return message


def ask_more(*, transmission_id: UUID, text: str, by: Membership, at: datetime) -> Message:
    """A message that asks whoever reported for more."""
    return write_message(transmission_id=transmission_id, text=text, by=by, at=at, asks=True)


def _bytes(text: str) -> bytes:
    if not text.strip():
        raise EmptyText
    return text.strip().encode()


def _direction(transmission: Transmission, by: Membership) -> Direction:
    return Direction.TO_RECIPIENT if by.id == transmission.report.author_id else Direction.TO_REPORTER


def _tell_other_end(transmission: Transmission, direction: Direction) -> None:
    if direction is Direction.TO_REPORTER:
        defer("reports.notify_member", member_id=str(transmission.report.author.member_id))
    else:
        defer("reports.notify_organisation", organisation_id=str(transmission.recipient_id))


@transaction.atomic
def read_messages(
    *, transmission: Transmission, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> list[OpenedWords]:
    """The messages of a transmission, oldest first, opened for either end. Marks those meant for the reader as read."""
    if Ability.READ_MESSAGES not in on_transmission(by, transmission):
        raise NotAllowed
    as_author = by.id == transmission.report.author_id
    messages = list(transmission.messages.select_related("item", "author__member").order_by("sent_at"))
    meant = Direction.TO_REPORTER if as_author else Direction.TO_RECIPIENT
    transmission.messages.filter(direction=meant, read_at=None).update(read_at=at)
    organisation_id = None if as_author else transmission.recipient_id
    return [_opened(item, organisation_id, by, keyring, at, reason) for item in messages]


@transaction.atomic
def read_notes(
    *, transmission: Transmission, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> list[OpenedWords]:
    """The internal notes of a transmission, oldest first. Raises NotAllowed outside the recipient organisation."""
    if Ability.READ_NOTES not in on_transmission(by, transmission):
        raise NotAllowed
    notes = list(transmission.notes.select_related("item", "author__member").order_by("written_at"))
    return [_opened(item, transmission.recipient_id, by, keyring, at, reason) for item in notes]


def _opened(
    words: Words, organisation_id: UUID | None, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> OpenedWords:
    text = vault.open_item(
        item=words.item, keyring=keyring, organisation_id=organisation_id, by=by, at=at, reason=reason
    )
    return OpenedWords(words, text.decode())
