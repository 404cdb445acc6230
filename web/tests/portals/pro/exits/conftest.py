"""An association that follows somebody, her préfecture, and their browsers."""

import pytest
from django.test import Client

from tests.accounts.factories import sign_in
from tests.exits.factories import World, make_world
from tests.reports.factories import AT


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put everything."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def world(db) -> World:
    return make_world()


@pytest.fixture
def worker(world) -> Client:
    """The browser of whoever follows her."""
    return sign_in(Client(), world.worker.membership)


@pytest.fixture
def officer(world) -> Client:
    """The browser of whoever instructs at the préfecture."""
    return sign_in(Client(), world.officer.membership)
