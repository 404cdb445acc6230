"""Alençon, somebody who refers, two services that take part, and one without an account."""

import pytest
from django.test import Client

from tests.accounts.factories import sign_in
from tests.portals.pro.referrals.walking import Scene, Walker, make_referrer, make_scene
from tests.reports.factories import AT


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put their reports."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def scene(db) -> Scene:
    return make_scene()


@pytest.fixture
def referrer(scene) -> Walker:
    return make_referrer()


@pytest.fixture
def service(scene) -> Client:
    """The browser of the shelter's reader."""
    return sign_in(Client(), scene.orne.association.reader.membership)
