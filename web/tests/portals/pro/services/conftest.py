"""An association of Alençon with its lead, and the communes it speaks of."""

import pytest

from maillon.accounts.enums import Role
from maillon.directory.enums import OrganisationKind
from tests.directory.offers import make_provider
from tests.territories.factories import load_known_communes


@pytest.fixture(autouse=True)
def communes(db):
    return load_known_communes()


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.ASSOCIATION, Role.LEAD)


@pytest.fixture
def inside(lead, signed_in_client):
    return signed_in_client(lead)


@pytest.fixture
def provider(lead):
    return make_provider("Le Passage", lead.organisation)


@pytest.fixture
def reporter(member_of, signed_in_client):
    return signed_in_client(member_of(OrganisationKind.FIRE_RESCUE, Role.REPORTER))
