"""The council's browsers, and those of everybody else."""

import pytest
from django.test import Client

from tests.accounts.factories import sign_in
from tests.protection.factories import Place, make_place
from tests.reports.factories import AT


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put their reports."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def place(db) -> Place:
    return make_place()


@pytest.fixture
def council(place) -> Client:
    """The browser of a reader of the council."""
    return sign_in(Client(), place.reader.membership)


@pytest.fixture
def lead(place) -> Client:
    return sign_in(Client(), place.lead.membership)


@pytest.fixture
def secretary(place) -> Client:
    """The browser of a reader of the préfecture."""
    return sign_in(Client(), place.prefecture.reader.membership)
