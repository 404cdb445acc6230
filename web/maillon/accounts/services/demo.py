"""Invented members, with real keys."""

from collections.abc import Mapping, MutableMapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.accounts import passphrases
from maillon.accounts.demo import DEMO_DOMAIN, DEMO_PASSPHRASE
from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.accounts.refusals import DemoOnly
from maillon.accounts.services.keys import ensure_key
from maillon.base.ids import new_id
from maillon.base.selectors import is_demo
from maillon.directory.models import Organisation
from maillon.vault import selectors as vault_selectors
from maillon.vault import services as vault
from maillon.vault.keyrings import Keyring


def create_demo_member(
    *,
    email: str,
    name: str,
    organisation: Organisation,
    role: Role,
    at: datetime,
    keyrings: MutableMapping[UUID, Keyring] | None = None,
) -> Membership:
    """An invented member, at full key derivation cost: one derivation, and one more for a second reader.

    With an address that exists already, only the membership is added. `keyrings`, by member, is given the unlocked key
    of a new one; a holder's that stands there spares the second derivation. Not inside a transaction.

    Raises DemoOnly on a database that is not a demonstration, and for an address outside the demonstration's domain.
    """
    if not is_demo() or not email.endswith(f"@{DEMO_DOMAIN}"):
        raise DemoOnly
    known: MutableMapping[UUID, Keyring] = {} if keyrings is None else keyrings
    member = Member.objects.filter(email=email).first() or _new_member(email, name, at, known)
    membership = Membership.objects.create(
        id=new_id(), member=member, organisation=organisation, role=role, started_at=at
    )
    if role.reads and not ensure_key(membership=membership, at=at):
        _share(membership, at, known)
    return membership


def _new_member(email: str, name: str, at: datetime, keyrings: MutableMapping[UUID, Keyring]) -> Member:
    member_id = new_id()
    key = vault.make_member_key(member_id=member_id, passphrase=passphrases.normalised(DEMO_PASSPHRASE))
    with transaction.atomic():
        member = Member.objects.create(id=member_id, email=email, name=name, created_at=at)
        keyrings[member_id] = vault.store_member_key(new=key, at=at)
    return member


def _share(membership: Membership, at: datetime, keyrings: Mapping[UUID, Keyring]) -> None:
    holders = vault_selectors.holders(membership.organisation_id)
    holder = Membership.objects.filter(
        organisation=membership.organisation, member_id__in=holders, ended_at=None
    ).first()
    if holder is None:
        raise DemoOnly
    keyring = keyrings.get(holder.member_id) or vault.unlock_member(
        member_id=holder.member_id, passphrase=passphrases.normalised(DEMO_PASSPHRASE)
    )
    vault.share_organisation_key(
        organisation_id=membership.organisation_id,
        with_member_id=membership.member_id,
        keyring=keyring,
        by=holder,
        at=at,
    )
