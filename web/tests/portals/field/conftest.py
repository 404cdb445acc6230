"""What the tests of the shared pages share: one client for each door."""

import pytest
from django.test import Client, override_settings

from tests.portals.public.process import SETTINGS


@pytest.fixture(params=["public", "pro"])
def door(request, db):
    """A client of either process, signed in nowhere."""
    if request.param == "pro":
        yield Client()
        return
    with override_settings(**SETTINGS):
        yield Client()
