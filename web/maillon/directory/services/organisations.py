"""Creates, changes and ends organisations. Each act leaves a line in the journal; whoever calls checks the right."""

import datetime as dt
from dataclasses import dataclass, fields
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from maillon.base.actors import Actor
from maillon.base.errors import Refusal
from maillon.base.ids import new_id
from maillon.directory import rules
from maillon.directory.enums import OrganisationKind, Secrecy
from maillon.directory.models import Organisation
from maillon.journal import services as journal
from maillon.journal.enums import Action
from maillon.territories.models import Departement, Jurisdiction


class NameTaken(Refusal):
    """Two organisations of one name could not be told apart by those who send to them."""

    message = _("Une organisation porte déjà ce nom.")


class WrongJurisdiction(Refusal):
    """The area does not fit the organisation's kind or département."""

    message = _("Ce ressort ne correspond pas à ce genre d’organisation, ou pas à son département.")


class OnlyAssociations(Refusal):
    """An approval was given to something that is no association."""

    message = _("Seule une association peut être agréée.")


@dataclass(frozen=True, kw_only=True)
class Details:
    """What an administrator says about an organisation. Of the exit-path approval only the start: the law ends it."""

    name: str
    kind: OrganisationKind
    departement: Departement
    jurisdiction: Jurisdiction | None = None
    secrecy: Secrecy = Secrecy.TO_CONFIRM
    is_public_service: bool = False
    justice_approved_until: dt.date | None = None
    psp_approved_from: dt.date | None = None
    notice_email: str = ""


def create_organisation(details: Details, *, by: Actor | None, at: dt.datetime) -> Organisation:
    """Adds an organisation; `by` is None only when the installation is being set up.

    Raises NameTaken, WrongJurisdiction or OnlyAssociations. It can't be sent anything until it has a key.
    """
    organisation = Organisation(id=new_id())
    with transaction.atomic():
        changed = _apply(organisation, details)
        organisation.save(force_insert=True)
        _record(organisation, changed, by=by, at=at)
    return organisation


def change_organisation(key: UUID, details: Details, *, by: Actor, at: dt.datetime) -> Organisation:
    """Replaces what is known of an organisation; without a difference nothing is written. Refuses as creating does."""
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=key)
        changed = _apply(organisation, details)
        if changed:
            organisation.save()
            _record(organisation, changed, by=by, at=at)
    return organisation


def record_psp_approval(key: UUID, start: dt.date | None, *, by: Actor | None, at: dt.datetime) -> Organisation:
    """Notes an approval for the exit path that begins on `start`, or with None that there is none any more.

    `by` is None where the préfet's silence made it. Raises OnlyAssociations. Without a difference nothing is written.
    """
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=key)
        if organisation.kind != OrganisationKind.ASSOCIATION:
            raise OnlyAssociations
        if organisation.psp_approved_from != start:
            organisation.psp_approved_from = start
            organisation.psp_approved_until = rules.psp_approval_ends(start) if start else None
            organisation.save(update_fields=["psp_approved_from", "psp_approved_until"])
            _record(organisation, ["psp_approved_from", "psp_approved_until"], by=by, at=at)
    return organisation


def end_organisation(key: UUID, *, by: Actor, at: dt.datetime) -> Organisation:
    """It takes no further part: nothing new is sent to it. What it was sent stays with it."""
    return _set_active(key, active=False, by=by, at=at)


def resume_organisation(key: UUID, *, by: Actor, at: dt.datetime) -> Organisation:
    """It takes part again."""
    return _set_active(key, active=True, by=by, at=at)


def _set_active(key: UUID, *, active: bool, by: Actor, at: dt.datetime) -> Organisation:
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=key)
        if organisation.is_active != active:
            organisation.is_active = active
            organisation.save(update_fields=["is_active"])
            _record(organisation, ["is_active"], by=by, at=at)
    return organisation


def _apply(organisation: Organisation, details: Details) -> list[str]:
    """Writes the details onto the object and names the fields that differ."""
    _refuse(organisation, details)
    values = {entry.name: getattr(details, entry.name) for entry in fields(details)}
    # A fact that the law derives is never asked, so that nobody can type it wrong.
    values["is_public_service"] = details.is_public_service or details.kind in rules.PUBLIC_KINDS
    start = details.psp_approved_from
    values["psp_approved_until"] = rules.psp_approval_ends(start) if start else None
    changed = []
    for name, value in values.items():
        attribute = f"{name}_id" if name in {"departement", "jurisdiction"} else name
        before = getattr(organisation, attribute, None)
        setattr(organisation, name, value)
        if getattr(organisation, attribute) != before:
            changed.append(name)
    return changed


def _refuse(organisation: Organisation, details: Details) -> None:
    if Organisation.objects.filter(name__iexact=details.name).exclude(pk=organisation.pk).exists():
        raise NameTaken
    approved = details.justice_approved_until or details.psp_approved_from
    if approved and details.kind != OrganisationKind.ASSOCIATION:
        raise OnlyAssociations
    area = details.jurisdiction
    if area and (area.kind, area.departement_id) != (
        rules.JURISDICTION_KINDS.get(details.kind),
        details.departement.pk,
    ):
        raise WrongJurisdiction


def _record(organisation: Organisation, changed: list[str], *, by: Actor | None, at: dt.datetime) -> None:
    journal.record(
        by=by,
        at=at,
        action=Action.ORGANISATION_CHANGED,
        subject_kind="organisation",
        subject_id=organisation.pk,
        details={"fields": sorted(changed)},
    )
