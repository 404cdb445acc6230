"""One sealed message, from either end of a transmission to the other."""

from datetime import datetime

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.enums import Direction, Sealed
from maillon.reports.models import Message, Transmission
from maillon.reports.refusals import EmptyText
from maillon.reports.services.notifying import tell_author, tell_recipient
from maillon.reports.services.storing import BY_CODE
from maillon.vault import services as vault


def text_bytes(text: str) -> bytes:
    """The text for sealing. Raises EmptyText when nothing was written."""
    if not text.strip():
        raise EmptyText
    return text.strip().encode()


def send_message(
    *,
    transmission: Transmission,
    text: str,
    direction: Direction,
    by: Membership | None,
    at: datetime,
    asks: bool = False,
) -> Message:
    """Seals a message to both ends and tells the other one, in the caller's transaction; the journal line is its last.

    `by` is None for whoever comes with a code. Who may write was asked before. Raises EmptyText.
    """
    message_id, report = new_id(), transmission.report
    item = vault.seal(
        plaintext=text_bytes(text),
        kind=Sealed.MESSAGE,
        subject_id=message_id,
        organisations=[transmission.recipient_id],
        members=[report.author.member_id] if report.author else (),
        codes=[report.code_key.owner_id] if report.code_key else (),
        at=at,
    )
    message = Message.objects.create(
        id=message_id,
        transmission=transmission,
        direction=direction,
        author=by,
        item=item,
        asks=asks and direction is Direction.TO_REPORTER,
        sent_at=at,
    )
    (tell_author if direction is Direction.TO_REPORTER else tell_recipient)(transmission)
    record(
        by=by,
        at=at,
        action=Action.MESSAGE_SENT,
        subject_kind="transmission",
        subject_id=transmission.id,
        recipient_organisation_id=transmission.recipient_id if direction is Direction.TO_RECIPIENT else None,
        details=BY_CODE if by is None else {},
    )
    return message
