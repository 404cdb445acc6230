"""A sheet before a minors' meeting: before single members, from the moment that the session opens until it closes.

Keys go to each member herself, never to her organisation; taking back destroys those keys alone.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.protection.content import SheetContent
from maillon.protection.models import PathSheet, Showing
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability, on_sheet
from maillon.protection.services.sheet_act import found_sheet, items_of_sheet, locked_sheet, sheet_line
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring

_REASON = "meeting"


@transaction.atomic
def show_sheet(
    *, sheet_id: UUID, members: Collection[Membership], session_id: UUID, by: Membership, keyring: Keyring, at: datetime
) -> PathSheet:
    """Puts it before these members of a minors' meeting, until `hide_sheet`: for the commission, which knows who sits.

    `by` reads at the préfecture that keeps it. Showing it to somebody twice shows it once. Raises NotAllowed,
    CannotOpen, or NoKey for a member without one.
    """
    sheet = locked_sheet(sheet_id, by, Ability.SHOW)
    vault.grant_further(
        items=items_of_sheet(sheet),
        keyring=keyring,
        through_organisation_id=sheet.prefecture_id,
        members=sorted({member.member_id for member in members}),
        by=by,
        at=at,
    )
    Showing.objects.bulk_create(
        [
            Showing(id=new_id(), sheet=sheet, membership=member, session_id=session_id, shown_at=at)
            for member in members
        ],
        ignore_conflicts=True,
    )
    shown = sorted(str(member.pk) for member in members)
    sheet_line(sheet, by, at, Action.TRANSMITTED, reason=_REASON, details={"session": str(session_id), "to": shown})
    return sheet


@transaction.atomic
def hide_sheet(
    *,
    sheet_id: UUID,
    session_id: UUID,
    by: Membership | None,
    at: datetime,
    members: Collection[UUID] | None = None,
) -> int:
    """Ends what a session was shown, for these members (by the keys of their accounts) or for all; says how many keys
    were destroyed.

    Whoever asks is answered: taking back opens nothing, and the commission has asked its own rights; `by` is None for
    the machine. Hiding twice hides once. Raises NotAllowed where there is no such sheet.
    """
    sheet = found_sheet(sheet_id)
    ended = sheet.showings.filter(session_id=session_id, hidden_at=None)
    if members is not None:
        ended = ended.filter(membership__member_id__in=list(members))
    rows = dict(ended.values_list("pk", "membership__member_id"))
    if not rows:
        return 0
    sheet.showings.filter(pk__in=list(rows)).update(hidden_at=at)
    keys = vault.withdraw_from_members(items=items_of_sheet(sheet), members=set(rows.values()))
    details = {"session": str(session_id), "showings": len(rows), "keys": keys}
    sheet_line(sheet, by, at, Action.RETURNED, reason=_REASON, details=details)
    return keys


@transaction.atomic
def open_shown_sheet(
    *, sheet_id: UUID, session_id: UUID, by: Membership, keyring: Keyring, at: datetime
) -> SheetContent:
    """What it says, for a member before whom this session has it just now, through her own key. Journalled.

    Raises NotAllowed or CannotOpen.
    """
    sheet = found_sheet(sheet_id)
    shown = sheet.showings.filter(session_id=session_id, membership=by, hidden_at=None).exists()
    if not shown or Ability.READ not in on_sheet(by, sheet, shown=True):
        raise NotAllowed
    assert sheet.item is not None
    opened = vault.open_item(item=sheet.item, keyring=keyring, organisation_id=None, by=by, at=at, reason=_REASON)
    sheet_line(sheet, by, at, Action.OPENED, reason=_REASON, details={"session": str(session_id)})
    return SheetContent.from_bytes(opened)
