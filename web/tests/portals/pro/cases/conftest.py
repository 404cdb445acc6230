"""An association: Nadia follows, a colleague, a lead; a clinic beside it. Their browsers."""

import pytest
from django.test import Client
from django.urls import reverse

from maillon.cases.models import Case
from tests.accounts.factories import sign_in
from tests.cases.factories import Place, make_place, open_case
from tests.reports.factories import AT


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put what happens."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def place(db) -> Place:
    return make_place()


@pytest.fixture
def nadia(place) -> Client:
    """The browser of whoever follows."""
    return sign_in(Client(), place.nadia.membership)


@pytest.fixture
def lead(place) -> Client:
    return sign_in(Client(), place.lead.membership)


@pytest.fixture
def case(place) -> Case:
    return open_case(place)


@pytest.fixture
def at(case):
    """`at("case_note")`: the address of something about the case."""
    return lambda name="case", *keys: reverse(f"pro:{name}", args=[case.pk, *keys])


@pytest.fixture
def opened(nadia, at) -> Client:
    """Nadia's browser, after she said why she opens it."""
    nadia.post(at("case_open"), {"reason": "following"})
    return nadia


def page(client: Client, address: str, **asked) -> str:
    """What a page says."""
    return client.get(address, asked, follow=True).content.decode()
