"""Coordination sheets: written without a name, submitted to the commission's secretariat, read, withdrawn."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.base.tasks import defer
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.journal.enums import Action
from maillon.protection import rules
from maillon.protection.content import SheetContent
from maillon.protection.enums import Reading, Sealed, SheetMove, SheetState, WritingKind
from maillon.protection.models import Assessment, PathSheet
from maillon.protection.refusals import Empty, NamesSomebody, NoSecretariat
from maillon.protection.rights import Ability
from maillon.protection.services.act import act_on
from maillon.protection.services.sheet_act import grant_sheet, locked_sheet, sheet_line
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem
from maillon.vault.selectors import has_key


@transaction.atomic
def write_sheet(
    *, assessment_id: UUID, content: SheetContent, by: Membership, keyring: Keyring, at: datetime
) -> PathSheet:
    """Seals a sheet to the council that writes it. Opens who the child is, in order to refuse a sheet that says it.

    Raises NotAllowed, Empty, NamesSomebody with what is to be taken out, or CannotOpen.
    """
    act = act_on(assessment_id, by, at, Ability.WRITE_SHEET)
    assessment = act.assessment
    if not content.situation.strip() or not content.asked.strip():
        raise Empty
    found = rules.names_in(content.text, _child(assessment, by, keyring, at))
    if found:
        raise NamesSomebody(found)
    sheet = PathSheet.objects.create(
        id=new_id(),
        number=new_number(),
        assessment=assessment,
        organisation_id=assessment.organisation_id,
        author=by,
        item=_sealed(assessment, content, at),
        written_at=at,
    )
    act.line(Action.ASSESSMENT_WRITTEN, reason="sheet", details={"sheet": str(sheet.pk)})
    act.finish()
    return sheet


@transaction.atomic
def submit_sheet(*, sheet_id: UUID, by: Membership, keyring: Keyring, at: datetime) -> PathSheet:
    """Seals it to the préfecture of the council's département as well, whose secretariat is told that something waits.

    Raises NotAllowed, NoSecretariat, IllegalTransition or CannotOpen.
    """
    sheet = locked_sheet(sheet_id, by, Ability.SUBMIT)
    prefecture = secretariat(by.organisation)
    if prefecture is None:
        raise NoSecretariat
    grant_sheet(sheet, prefecture.pk, sheet.organisation_id, by, keyring, at)
    sheet.state = rules.SHEET.after(SheetState(sheet.state), SheetMove.SUBMIT)
    sheet.prefecture, sheet.submitted_at = prefecture, at
    sheet.save(update_fields=["state", "prefecture", "submitted_at"])
    defer("reports.notify_organisation", organisation_id=str(prefecture.pk))
    sheet_line(sheet, by, at, Action.TRANSMITTED, to=prefecture.pk)
    return sheet


@transaction.atomic
def withdraw_sheet(*, sheet_id: UUID, by: Membership, at: datetime) -> PathSheet:
    """Destroys its content and every key to it, wherever it was shown. Raises NotAllowed."""
    sheet = locked_sheet(sheet_id, by, Ability.WITHDRAW)
    item = sheet.item
    _end(sheet, at)
    if item is not None:
        vault.forget(item=item)
    sheet_line(sheet, by, at, Action.ERASED, reason="withdrawn")
    return sheet


@transaction.atomic
def open_sheet(*, sheet_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> SheetContent:
    """What it says, for the council and for the secretariat. Journalled. In session: `open_shown_sheet`.

    Raises NotAllowed or CannotOpen.
    """
    sheet = locked_sheet(sheet_id, by, Ability.READ)
    assert sheet.item is not None
    opened = vault.open_item(
        item=sheet.item, keyring=keyring, organisation_id=by.organisation_id, by=by, at=at, reason=reason
    )
    sheet_line(sheet, by, at, Action.OPENED, reason=reason)
    return SheetContent.from_bytes(opened)


def secretariat(council: Organisation) -> Organisation | None:
    """The préfecture of the council's département, where it takes part and has a key."""
    found = Organisation.objects.filter(
        kind=OrganisationKind.PREFECTURE, departement_id=council.departement_id, is_active=True
    ).order_by("name")
    keyed = has_key({one.pk for one in found})
    return next((one for one in found if one.pk in keyed), None)


def put_away(assessment: Assessment, at: datetime) -> None:
    """Ends every sheet of a locked assessment whose content is being destroyed; the caller destroys what was sealed."""
    sheets = PathSheet.objects.filter(assessment=assessment, item__isnull=False)
    for sheet in sheets.order_by("pk").select_for_update(of=("self",)):
        _end(sheet, at)


def _end(sheet: PathSheet, at: datetime) -> None:
    sheet.state = rules.SHEET.after(SheetState(sheet.state), SheetMove.WITHDRAW)
    sheet.item, sheet.ended_at = None, at
    sheet.save(update_fields=["state", "item", "ended_at"])
    sheet.showings.filter(hidden_at=None).update(hidden_at=at)


def _sealed(assessment: Assessment, content: SheetContent, at: datetime) -> SealedItem:
    return vault.seal(
        plaintext=content.to_bytes(),
        kind=Sealed.SHEET,
        subject_id=assessment.pk,
        organisations=[assessment.organisation_id],
        at=at,
    )


def _child(assessment: Assessment, by: Membership, keyring: Keyring, at: datetime) -> str:
    row = assessment.writings.filter(kind=WritingKind.CHILD).select_related("item").first()
    if row is None:
        return ""
    opened = vault.open_item(
        item=row.item,
        keyring=keyring,
        organisation_id=assessment.organisation_id,
        by=by,
        at=at,
        reason=Reading.DECIDING,
    )
    return opened.decode()
