"""What the tests of the territories share."""

import pytest

from maillon.territories.models import Commune
from tests.territories.factories import load_known_communes


@pytest.fixture
def communes(db: None) -> dict[str, Commune]:
    """A few real communes, searchable, by code."""
    return load_known_communes()
