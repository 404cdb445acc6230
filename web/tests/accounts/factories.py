"""Members with real keys, and what they do in which organisation."""

from datetime import UTC, datetime
from typing import Any

import factory
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from factory.django import DjangoModelFactory

from maillon.accounts import unlocked
from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.accounts.services import ensure_key
from maillon.accounts.sessions import MEMBERSHIP, SECOND_FACTOR, SessionStore
from maillon.base.ids import new_id
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.vault import selectors as vault_selectors
from maillon.vault.keyrings import Keyring
from maillon.vault.services import create_member_key, share_organisation_key, unlock_member
from tests.directory.factories import OrganisationFactory

PASSPHRASE = "sept girafes mangent du foin"
# The past, so that nothing made here is in the future of a view that asks the clock.
AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class MemberFactory(DjangoModelFactory):
    """A member whose key PASSPHRASE unlocks."""

    class Meta:
        model = Member
        skip_postgeneration_save = True

    id = factory.LazyFunction(new_id)
    email = factory.Sequence(lambda number: f"membre{number}@exemple.invalid")
    name = factory.Sequence(lambda number: f"Membre Fictif {number}")
    created_at = AT

    @factory.post_generation
    def key(self, create: bool, extracted: Any, **_kwargs: Any) -> None:
        if create and extracted is not False:
            create_member_key(member_id=self.pk, passphrase=PASSPHRASE, at=AT)


class MembershipFactory(DjangoModelFactory):
    """A reporter. Rows only: an organisation's key is `make_membership`'s affair."""

    class Meta:
        model = Membership

    id = factory.LazyFunction(new_id)
    member = factory.SubFactory(MemberFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.REPORTER
    started_at = AT


def make_organisation(kind: OrganisationKind) -> Organisation:
    """An organisation of a kind, with what such a one has."""
    traits = {} if kind == OrganisationKind.ASSOCIATION else {kind.value: True}
    return OrganisationFactory(**traits)


def make_membership(
    where: OrganisationKind | Organisation, role: Role = Role.REPORTER, *, holds_key: bool = True, **member: Any
) -> Membership:
    """A member acting in a new organisation of the kind, or in the given one. Readers hold its key by default."""
    organisation = where if isinstance(where, Organisation) else make_organisation(where)
    membership = MembershipFactory(organisation=organisation, role=role, member=MemberFactory(**member))
    if role.reads and holds_key and not ensure_key(membership=membership, at=AT):
        _share(membership)
    return membership


def _share(membership: Membership) -> None:
    holders = vault_selectors.holders(membership.organisation_id)
    holder = Membership.objects.filter(organisation=membership.organisation, member_id__in=holders).first()
    assert holder is not None
    share_organisation_key(
        organisation_id=membership.organisation_id,
        with_member_id=membership.member_id,
        keyring=keyring_of(holder),
        by=holder,
        at=AT,
    )


def keyring_of(membership: Membership, passphrase: str = PASSPHRASE) -> Keyring:
    """The member's unlocked key."""
    return unlock_member(member_id=membership.member_id, passphrase=passphrase)


def sign_in(client: Client, membership: Membership, passphrase: str = PASSPHRASE) -> Client:
    """Signs the client in, with session, key cookie and unlocked keyring, without going through the pages."""
    session = SessionStore()
    session[SESSION_KEY] = str(membership.member_id)
    session[BACKEND_SESSION_KEY] = "maillon.accounts.backends.VaultBackend"
    session[HASH_SESSION_KEY] = membership.member.get_session_auth_hash()
    session[MEMBERSHIP] = str(membership.pk)
    session[SECOND_FACTOR] = "totp"
    if membership.role_enum.reports:
        client.cookies[settings.KEY_COOKIE_NAME] = unlocked.keep(session, keyring_of(membership, passphrase))
    session.create()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client
