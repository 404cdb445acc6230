"""The first administrator, whom nobody can invite."""

from datetime import datetime

from django.db import transaction

from maillon.accounts import passphrases, selectors
from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.accounts.refusals import HasAdministrator
from maillon.base.ids import new_id
from maillon.directory.models import Organisation
from maillon.journal.enums import Action
from maillon.journal.services import record
from maillon.vault import services as vault


def create_first_administrator(
    *, email: str, name: str, organisation: Organisation, passphrase: str, at: datetime
) -> Membership:
    """Makes the first administrator, who invites everybody else; she enrols a second factor at her first sign-in.

    Raises HasAdministrator when there is one, or what is wrong with the passphrase. Not inside a transaction.
    """
    if selectors.administrators().exists():
        raise HasAdministrator
    email, member_id = email.strip().lower(), new_id()
    passphrases.check(passphrase, email=email, name=name)
    key = vault.make_member_key(member_id=member_id, passphrase=passphrases.normalised(passphrase))
    with transaction.atomic():
        member = Member.objects.create(id=member_id, email=email, name=name, created_at=at)
        vault.store_member_key(new=key, at=at)
        membership = Membership.objects.create(
            id=new_id(), member=member, organisation=organisation, role=Role.ADMINISTRATOR, started_at=at
        )
        record(
            by=membership,
            at=at,
            action=Action.MEMBER_JOINED,
            subject_kind="membership",
            subject_id=membership.pk,
            details={"role": membership.role, "first": True},
        )
    return membership
