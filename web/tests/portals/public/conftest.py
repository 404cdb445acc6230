"""What the tests of the public door share."""

import pytest
from django.test import Client, override_settings

from maillon.portals.public.gate import judging
from tests.portals.public.process import SETTINGS
from tests.portals.public.speaking import Visitor
from tests.reports.factories import make_orne


@pytest.fixture
def door(db):
    """A client of the public process, whose gate has seen nobody yet."""
    judging.the_gate.cache_clear()
    with override_settings(**SETTINGS):
        yield Client()
    judging.the_gate.cache_clear()


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def visitor(door):
    return Visitor()
