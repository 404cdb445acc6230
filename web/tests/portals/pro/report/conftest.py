"""What the tests of the report path share."""

import pytest

from tests.portals.pro.report.journey import Walker
from tests.reports.factories import make_orne
from tests.territories.factories import load_known_communes


@pytest.fixture
def orne(db):
    """Alençon with its houses, and communes that can be searched."""
    load_known_communes()
    return make_orne()


@pytest.fixture
def walker(signed_in_client):
    """`walker(person)`: that person in front of a browser of her own."""
    return lambda person: Walker(signed_in_client(person.membership))
