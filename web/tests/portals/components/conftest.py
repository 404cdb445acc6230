"""What the tests of the components share."""

import pytest


@pytest.fixture(autouse=True)
def _on_their_own_addresses(settings):
    """Components stand without any portal."""
    settings.ROOT_URLCONF = "maillon.portals.components.urls"
