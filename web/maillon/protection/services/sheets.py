"""Coordination sheets: written without a name, submitted to the commission's secretariat, shown to a minors' meeting."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id, new_number
from maillon.base.tasks import defer
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.journal.enums import Action
from maillon.journal.services import Entry, record_many
from maillon.protection import rules
from maillon.protection.content import SheetContent
from maillon.protection.enums import Reading, Sealed, SheetMove, SheetState, WritingKind
from maillon.protection.models import Assessment, PathSheet, Showing
from maillon.protection.refusals import Empty, NamesSomebody, NoSecretariat, NotAllowed
from maillon.protection.rights import Ability, on_sheet
from maillon.protection.services.act import act_on
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring
from maillon.vault.models import SealedItem
from maillon.vault.selectors import has_key

KIND = "path_sheet"


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
    sheet = _locked(sheet_id, by, Ability.SUBMIT)
    prefecture = secretariat(by.organisation)
    if prefecture is None:
        raise NoSecretariat
    _grant(sheet, prefecture.pk, sheet.organisation_id, by, keyring, at)
    sheet.state = rules.SHEET.after(SheetState(sheet.state), SheetMove.SUBMIT)
    sheet.prefecture, sheet.submitted_at = prefecture, at
    sheet.save(update_fields=["state", "prefecture", "submitted_at"])
    defer("reports.notify_organisation", organisation_id=str(prefecture.pk))
    _line(sheet, by, at, Action.TRANSMITTED, to=prefecture.pk)
    return sheet


@transaction.atomic
def withdraw_sheet(*, sheet_id: UUID, by: Membership, at: datetime) -> PathSheet:
    """Destroys its content and every key to it, wherever it was shown. Raises NotAllowed."""
    sheet = _locked(sheet_id, by, Ability.WITHDRAW)
    item = sheet.item
    _end(sheet, at)
    if item is not None:
        vault.forget(item=item)
    _line(sheet, by, at, Action.ERASED, reason="withdrawn")
    return sheet


@transaction.atomic
def show_sheet(
    *, sheet_id: UUID, members: Collection[Membership], session_id: UUID, by: Membership, keyring: Keyring, at: datetime
) -> PathSheet:
    """Puts it before these members of a minors' meeting, until `hide_sheet`: for the commission, which knows who sits.

    `by` reads at the préfecture that keeps it. Raises NotAllowed, CannotOpen, or NoKey for a member's organisation
    without one.
    """
    sheet = _locked(sheet_id, by, Ability.SHOW)
    for key in sorted({member.organisation_id for member in members} - _always(sheet)):
        _grant(sheet, key, by.organisation_id, by, keyring, at)
    Showing.objects.bulk_create(
        [
            Showing(id=new_id(), sheet=sheet, membership=member, session_id=session_id, shown_at=at)
            for member in members
        ],
        ignore_conflicts=True,
    )
    shown = sorted(str(member.pk) for member in members)
    _line(sheet, by, at, Action.TRANSMITTED, reason="meeting", details={"session": str(session_id), "to": shown})
    return sheet


@transaction.atomic
def hide_sheet(*, sheet_id: UUID, session_id: UUID, by: Membership | None, at: datetime) -> PathSheet:
    """Ends what a session was shown, and takes back the keys; `by` is None for the machine. Hiding twice hides once.

    Raises NotAllowed.
    """
    sheet = _locked(sheet_id, by, Ability.SHOW) if by is not None else _found(sheet_id)
    ended = list(sheet.showings.filter(session_id=session_id, hidden_at=None).select_related("membership"))
    sheet.showings.filter(pk__in=[showing.pk for showing in ended]).update(hidden_at=at)
    still = set(sheet.showings.filter(hidden_at=None).values_list("membership__organisation_id", flat=True))
    for key in sorted({showing.membership.organisation_id for showing in ended} - still - _always(sheet)):
        vault.withdraw(items=_items(sheet), organisation_id=key)
    if ended:
        _line(sheet, by, at, Action.RETURNED, reason="meeting", details={"session": str(session_id)})
    return sheet


@transaction.atomic
def open_sheet(*, sheet_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading) -> SheetContent:
    """What it says, for the council, for the secretariat, and for a member before whom it is just now. Journalled.

    Raises NotAllowed or CannotOpen.
    """
    sheet = _locked(sheet_id, by, Ability.READ)
    assert sheet.item is not None
    opened = vault.open_item(
        item=sheet.item, keyring=keyring, organisation_id=by.organisation_id, by=by, at=at, reason=reason
    )
    _line(sheet, by, at, Action.OPENED, reason=reason)
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
    for sheet in PathSheet.objects.filter(assessment=assessment, item__isnull=False).select_for_update(of=("self",)):
        _end(sheet, at)


def _end(sheet: PathSheet, at: datetime) -> None:
    sheet.state = rules.SHEET.after(SheetState(sheet.state), SheetMove.WITHDRAW)
    sheet.item, sheet.ended_at = None, at
    sheet.save(update_fields=["state", "item", "ended_at"])
    sheet.showings.filter(hidden_at=None).update(hidden_at=at)


def _locked(key: UUID, by: Membership, ability: Ability) -> PathSheet:
    sheet = _found(key)
    shown = sheet.showings.filter(membership=by, hidden_at=None).exists()
    if ability not in on_sheet(by, sheet, shown=shown):
        raise NotAllowed
    return sheet


def _found(key: UUID) -> PathSheet:
    query = PathSheet.objects.select_related("item", "organisation", "prefecture")
    sheet = query.select_for_update(of=("self",), no_key=True).filter(pk=key).first()
    if sheet is None:
        raise NotAllowed
    return sheet


def _always(sheet: PathSheet) -> set[UUID]:
    """Who keeps its key whatever is shown."""
    return {key for key in (sheet.organisation_id, sheet.prefecture_id) if key is not None}


def _items(sheet: PathSheet) -> list[SealedItem]:
    return [sheet.item] if sheet.item is not None else []


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


def _grant(
    sheet: PathSheet, organisation_id: UUID, through: UUID, by: Membership, keyring: Keyring, at: datetime
) -> None:
    vault.grant_further(
        items=_items(sheet),
        keyring=keyring,
        through_organisation_id=through,
        organisation_id=organisation_id,
        by=by,
        at=at,
    )


def _line(
    sheet: PathSheet,
    by: Membership | None,
    at: datetime,
    action: Action,
    *,
    to: UUID | None = None,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> None:
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
