"""Rights to stay that go with the path: kept by those who follow her, and handed to nobody from here."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts.models import Membership
from maillon.base.ids import new_id
from maillon.exits import rules
from maillon.exits.content import Residence
from maillon.exits.enums import PermitKind, Reading
from maillon.exits.models import Permit
from maillon.exits.refusals import NotAllowed, WrongDay
from maillon.exits.rights import Ability
from maillon.exits.services.locking import path_for, record_on_path
from maillon.journal.enums import Action
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.keyrings import Keyring


@dataclass(frozen=True)
class OpenedPermit:
    """One right to stay as it was written."""

    id: UUID
    residence: Residence = field(repr=False)


@transaction.atomic
def note_permit(
    *, path_id: UUID, residence: Residence, by: Membership, at: datetime, permit_id: UUID | None = None
) -> Permit:
    """Seals a right to stay, new or in the place of `permit_id`; its end will be recalled two months before.

    Raises NotAllowed, or WrongDay for days that do not follow one another.
    """
    path = path_for(path_id, by, at, Ability.RESIDENCE)
    until = _until(residence)
    item = vault.seal(
        plaintext=residence.to_bytes(),
        kind=residence.sealed_as,
        subject_id=path.pk,
        organisations=[path.association_id],
        at=at,
    )
    permit, before = Permit(id=new_id(), path=path), None
    if permit_id is not None:
        found = Permit.objects.select_related("item").filter(pk=permit_id, path=path).first()
        if found is None:
            raise NotAllowed
        permit, before = found, found.item
    permit.item, permit.written_at, permit.written_by = item, at, by
    permit.remind_on, permit.reminded_at = rules.remind_on(until) if until else None, None
    permit.save()
    if before is not None:
        vault.forget(item=before)
    record_on_path(path, by, at, Action.EXIT_WRITTEN, reason="residence")
    return permit


def _until(residence: Residence) -> date | None:
    """The last day, as written or as the law sets it for the time to think it over."""
    try:
        days = [date.fromisoformat(day) for day in (residence.from_on, residence.until_on) if day]
        receipt = date.fromisoformat(residence.receipt_on) if residence.receipt_on else None
    except ValueError:
        raise WrongDay from None
    if days != sorted(days):
        raise WrongDay
    if residence.until_on:
        return days[-1]
    thinking = residence.kind == PermitKind.REFLECTION and receipt is not None
    return rules.reflection_ends(receipt) if thinking and receipt else None


@transaction.atomic
def drop_permit(*, path_id: UUID, permit_id: UUID, by: Membership, at: datetime) -> None:
    """Destroys what was written of a right to stay. Raises NotAllowed."""
    path = path_for(path_id, by, at, Ability.RESIDENCE)
    permit = Permit.objects.select_related("item").filter(pk=permit_id, path=path).first()
    if permit is None:
        raise NotAllowed
    item = permit.item
    permit.delete()
    vault.forget(item=item)
    record_on_path(path, by, at, Action.EXIT_WRITTEN, reason="no_residence")


@transaction.atomic
def read_permits(
    *, path_id: UUID, by: Membership, keyring: Keyring, at: datetime, reason: Reading
) -> tuple[OpenedPermit, ...]:
    """The rights to stay of a path, for those who follow her. Journalled. Raises NotAllowed or CannotOpen."""
    path = path_for(path_id, by, at, Ability.READ)
    permits = list(Permit.objects.filter(path=path).select_related("item").order_by("written_at"))
    opened = vault.open_items(
        items=[permit.item for permit in permits],
        keyring=keyring,
        organisation_id=path.association_id,
        by=by,
        at=at,
        reason=reason,
    )
    if permits and not opened:
        raise CannotOpen
    record_on_path(path, by, at, Action.OPENED, reason=reason, part="residence")
    return tuple(
        OpenedPermit(permit.pk, Residence.from_bytes(opened[permit.item_id]))
        for permit in permits
        if permit.item_id in opened
    )
