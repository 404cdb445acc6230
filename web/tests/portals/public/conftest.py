"""What the tests of the public door share."""

import pytest
from django.test import Client, override_settings

from tests.portals.public.process import SETTINGS


@pytest.fixture
def door(db):
    """A client of the public process."""
    with override_settings(**SETTINGS):
        yield Client()
