"""Opening what was sealed: always on the record, and never more than the reader's organisation was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.reports.content import ReportContent, Trace
from maillon.reports.enums import Move, State
from maillon.reports.models import Report, Transmission
from maillon.reports.refusals import Erased, NotAllowed
from maillon.reports.rights import Ability, on_report, on_transmission
from maillon.reports.services.locking import date_opening, locked, move
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class OpenedReport:
    """A report's sealed content as far as the reader was given it; all but `content` may be empty.

    `contact` says how somebody without an account may be contacted, as the app of those who speak wrote it.
    """

    content: ReportContent
    identity: str
    traces: tuple[Trace, ...]
    contact: bytes = field(default=b"", repr=False)


@transaction.atomic
def open_transmission(
    *, transmission_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: str
) -> tuple[Transmission, OpenedReport]:
    """Opens a transmission at its recipient; the first opening is dated, and changes the state of what had just come.

    What was set aside unread counts as opened from here on too. Every opening is journalled.

    Raises NotAllowed, or CannotOpen when the reader has not been given the organisation's key yet.
    """
    transmission = locked(transmission_id, by, Ability.SEE)
    if transmission.state == State.SENT:
        move(transmission, Move.OPEN)
        transmission.save(update_fields=["state"])
    elif transmission.state == State.RETURNED or transmission.erased_at is not None:
        raise NotAllowed
    date_opening(transmission, at)
    opened = _open(transmission.report, by, keyring, at, reason, organisation_id=transmission.recipient_id)
    record(
        by=by,
        at=at,
        action=Action.OPENED,
        subject_kind="transmission",
        subject_id=transmission.id,
        reason=reason,
        details={"part": "report"},
    )
    return transmission, opened


@transaction.atomic
def open_own_report(*, report: Report, by: Membership, keyring: Keyring, at: datetime, reason: str) -> OpenedReport:
    """What its author may read again of a sent report: all but the traces. Journalled."""
    if Ability.READ_CONTENT not in on_report(by, report):
        raise NotAllowed
    return _open(report, by, keyring, at, reason, organisation_id=None)


@transaction.atomic
def read_contact(*, transmission: Transmission, by: Membership, keyring: Keyring, at: datetime, reason: str) -> bytes:
    """How somebody without an account may be contacted, for whoever writes to her; empty where it was taken back.

    Journalled. Raises NotAllowed for whoever may not read the transmission.
    """
    if Ability.READ_CONTENT not in on_transmission(by, transmission):
        raise NotAllowed
    item = transmission.report.contact
    if item is None:
        return b""
    opened = vault.open_items(
        items=[item], keyring=keyring, organisation_id=transmission.recipient_id, by=by, at=at, reason=reason
    )
    return opened.get(item.id, b"")


def _open(
    report: Report, by: Membership, keyring: Keyring, at: datetime, reason: str, *, organisation_id: UUID | None
) -> OpenedReport:
    if report.account is None:
        raise Erased
    opened = vault.open_items(
        items=report.sealed_parts(), keyring=keyring, organisation_id=organisation_id, by=by, at=at, reason=reason
    )
    return opened_parts(report, opened)


def opened_parts(report: Report, opened: Mapping[UUID, bytes]) -> OpenedReport:
    """The report out of its opened items, by their ids. Raises CannotOpen without the account.

    The rest may be sealed to others only: then this reader was never given it.
    """
    if report.account_id is None or report.account_id not in opened:
        raise CannotOpen
    traces = opened.get(report.traces_id) if report.traces_id else None
    return OpenedReport(
        content=ReportContent.from_bytes(opened[report.account_id]),
        identity=(opened.get(report.identity_id, b"") if report.identity_id else b"").decode(),
        traces=() if traces is None else ReportContent.from_bytes(traces).traces,
        contact=opened.get(report.contact_id, b"") if report.contact_id else b"",
    )
