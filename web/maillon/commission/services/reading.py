"""A member opens a file or a sheet in session; each opening is journalled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.commission.enums import State
from maillon.commission.models import AgendaItem, Session
from maillon.commission.refusals import SheetGone, WrongPoint
from maillon.commission.rights import Ability
from maillon.commission.services.locking import line, to_act_on_item
from maillon.exits.enums import PaperKind, RequestState
from maillon.exits.models import Paper
from maillon.journal.enums import Action
from maillon.journal.services import record_many
from maillon.protection import services as protection
from maillon.protection.content import SheetContent
from maillon.protection.enums import SheetState
from maillon.protection.refusals import NotAllowed as NotShown
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring

_REASON = "session"


@dataclass(frozen=True)
class OpenedFile:
    """A file as it was opened: its papers by kind, and what its pages are marked with. The repr shows no content."""

    item: AgendaItem
    papers: Mapping[PaperKind, bytes] = field(repr=False)
    reader: str
    opened_at: datetime


@transaction.atomic
def open_file(*, item_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> OpenedFile:
    """The file of a request, for a member who deliberates on it, while the meeting is open. Journalled each time.

    Raises NotAllowed outside of that, WrongPoint once the request was taken back, CannotOpen for who was not handed it.
    """
    session, item, _place = to_act_on_item(item_id, by, at, Ability.OPEN_FILE)
    assert item.request is not None
    assert session.state == State.OPEN
    if item.request.state != RequestState.SUBMITTED:
        raise WrongPoint
    papers = list(Paper.objects.filter(request=item.request).select_related("item"))
    opened = vault.open_items(
        items=[paper.item for paper in papers],
        keyring=keyring,
        organisation_id=None,
        by=by,
        at=at,
        reason=_REASON,
    )
    if not opened:
        raise CannotOpen
    found = {PaperKind(paper.kind): opened[paper.item_id] for paper in papers if paper.item_id in opened}
    _journal(session, item, by, at)
    return OpenedFile(item, found, by.member.name, at)


@dataclass(frozen=True)
class OpenedSheet:
    """A coordination sheet as it was opened, and what its page is marked with. The repr shows no content."""

    item: AgendaItem
    content: SheetContent = field(repr=False)
    reader: str
    opened_at: datetime


@transaction.atomic
def open_sheet(*, item_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> OpenedSheet:
    """A minor's coordination sheet, for a member who is there, while the meeting is open. Journalled each time.

    Raises NotAllowed outside of that, SheetGone once the council took it back, CannotOpen for who was not handed it.
    """
    session, item, _place = to_act_on_item(item_id, by, at, Ability.OPEN_SHEET)
    assert item.sheet is not None
    if item.sheet.state != SheetState.SUBMITTED:
        raise SheetGone
    try:
        content = protection.open_shown_sheet(
            sheet_id=item.sheet.pk, session_id=session.pk, by=by, keyring=keyring, at=at
        )
    except NotShown:
        raise CannotOpen from None
    _journal(session, item, by, at)
    return OpenedSheet(item, content, by.member.name, at)


def _journal(session: Session, item: AgendaItem, by: Membership, at: datetime) -> None:
    details: dict[str, object] = {"item": str(item.pk)}
    record_many([line(session, Action.OPENED, by, at, reason=_REASON, details=details)])
