"""The moment at which the services of these tests act, and two people of one organisation."""

from datetime import UTC, datetime

import pytest

from maillon.accounts.enums import Role
from maillon.directory.enums import OrganisationKind


@pytest.fixture
def at():
    return datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


@pytest.fixture
def administrator(member_of):
    return member_of(OrganisationKind.PREFECTURE, Role.ADMINISTRATOR)
