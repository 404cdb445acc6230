"""A sheet before a minors' meeting: from the moment that the session opens until it closes, and not longer."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.protection.models import PathSheet, Showing
from maillon.protection.rights import Ability
from maillon.protection.services.sheet_act import (
    found_sheet,
    grant_sheet,
    items_of_sheet,
    locked_sheet,
    sheet_line,
)
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


@transaction.atomic
def show_sheet(
    *, sheet_id: UUID, members: Collection[Membership], session_id: UUID, by: Membership, keyring: Keyring, at: datetime
) -> PathSheet:
    """Puts it before these members of a minors' meeting, until `hide_sheet`: for the commission, which knows who sits.

    `by` reads at the préfecture that keeps it. Raises NotAllowed, CannotOpen, or NoKey for a member's organisation
    without one.
    """
    sheet = locked_sheet(sheet_id, by, Ability.SHOW)
    for key in sorted({member.organisation_id for member in members} - _always(sheet)):
        grant_sheet(sheet, key, by.organisation_id, by, keyring, at)
    Showing.objects.bulk_create(
        [
            Showing(id=new_id(), sheet=sheet, membership=member, session_id=session_id, shown_at=at)
            for member in members
        ],
        ignore_conflicts=True,
    )
    shown = sorted(str(member.pk) for member in members)
    sheet_line(sheet, by, at, Action.TRANSMITTED, reason="meeting", details={"session": str(session_id), "to": shown})
    return sheet


@transaction.atomic
def hide_sheet(*, sheet_id: UUID, session_id: UUID, by: Membership | None, at: datetime) -> PathSheet:
    """Ends what a session was shown, and takes back the keys; `by` is None for the machine. Hiding twice hides once.

    Raises NotAllowed.
    """
    sheet = locked_sheet(sheet_id, by, Ability.SHOW) if by is not None else found_sheet(sheet_id)
    ended = list(sheet.showings.filter(session_id=session_id, hidden_at=None).select_related("membership"))
    sheet.showings.filter(pk__in=[showing.pk for showing in ended]).update(hidden_at=at)
    still = set(sheet.showings.filter(hidden_at=None).values_list("membership__organisation_id", flat=True))
    for key in sorted({showing.membership.organisation_id for showing in ended} - still - _always(sheet)):
        vault.withdraw(items=items_of_sheet(sheet), organisation_id=key)
    if ended:
        sheet_line(sheet, by, at, Action.RETURNED, reason="meeting", details={"session": str(session_id)})
    return sheet


def _always(sheet: PathSheet) -> set[UUID]:
    """Who keeps its key whatever is shown."""
    return {key for key in (sheet.organisation_id, sheet.prefecture_id) if key is not None}
