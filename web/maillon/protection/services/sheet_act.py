"""One act on a coordination sheet: locked, journalled, its key given on."""

from datetime import datetime
from typing import Any
from uuid import UUID

from maillon.accounts.models import Membership
from maillon.base.locking import locked_row
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.protection.models import PathSheet
from maillon.protection.refusals import NotAllowed
from maillon.protection.rights import Ability, on_sheet
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem

KIND = "path_sheet"


def locked_sheet(key: UUID, by: Membership, ability: Ability) -> PathSheet:
    """The sheet, locked. Raises NotAllowed when there is none, or `by` lacks the ability."""
    sheet = found_sheet(key)
    if ability not in on_sheet(by, sheet):
        raise NotAllowed
    return sheet


def found_sheet(key: UUID) -> PathSheet:
    """The sheet, locked, for the machine. Raises NotAllowed when there is none."""
    sheet = locked_row(PathSheet.objects.select_related("item", "organisation", "prefecture").filter(pk=key))
    if sheet is None:
        raise NotAllowed
    return sheet


def items_of_sheet(sheet: PathSheet) -> list[SealedItem]:
    """What is sealed of it; nothing once it is withdrawn."""
    return [sheet.item] if sheet.item is not None else []


def grant_sheet(
    sheet: PathSheet, organisation_id: UUID, through: UUID, by: Membership, keyring: Keyring, at: datetime
) -> None:
    """Lets one more organisation open it. Raises CannotOpen or NoKey."""
    vault.grant_further(
        items=items_of_sheet(sheet),
        keyring=keyring,
        through_organisation_id=through,
        organisation_id=organisation_id,
        by=by,
        at=at,
    )


def sheet_line(
    sheet: PathSheet,
    by: Membership | None,
    at: datetime,
    action: Action,
    *,
    to: UUID | None = None,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> None:
    """A line in the journal, at the end of the transaction."""
    record_many(
        [
            Entry(
                by=by,
                at=at,
                action=action,
                subject_kind=KIND,
                subject_id=sheet.pk,
                recipient_organisation_id=to,
                reason=reason,
                details=details,
            )
        ]
    )
