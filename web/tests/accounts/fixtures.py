"""Fixtures that every test may ask for; tests/conftest.py hands them on."""

from collections.abc import Callable

import pytest
from django.test import Client

from maillon.accounts.models import Membership
from maillon.vault.keyrings import Keyring
from tests.accounts import factories


@pytest.fixture
def member_of(db) -> Callable[..., Membership]:
    """`member_of(OrganisationKind.POLICE, Role.LEAD)`: a membership with real keys; an Organisation does as well."""
    return factories.make_membership


@pytest.fixture
def signed_in_client(db) -> Callable[[Membership], Client]:
    """`signed_in_client(membership)`: a client with session, key cookie and unlocked keyring."""
    return lambda membership: factories.sign_in(Client(), membership)


@pytest.fixture
def keyring_of(db) -> Callable[[Membership], Keyring]:
    """`keyring_of(membership)`: the member's unlocked key."""
    return factories.keyring_of
