"""One report at the council, and its reader's browser."""

import pytest
from django.test import Client
from django.urls import reverse

from maillon.reports.models import Transmission
from tests.accounts.factories import sign_in
from tests.reports.factories import AT, Orne, make_orne, make_report, minor_content, transmission_to

CANARY = "canari-récit-5521"
IDENTITY = "canari-nom-8804"


@pytest.fixture(autouse=True)
def _at_the_time_of_the_reports(time_machine):
    """Views ask the clock: it stands where the factories put their reports."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def orne(db) -> Orne:
    return make_orne()


@pytest.fixture
def sent(orne) -> Transmission:
    """A minor's report, sent to the council and not opened yet."""
    content = minor_content(orne.commune, narrative=CANARY, identity=IDENTITY, grave=True)
    return transmission_to(make_report(orne, content=content), orne.council)


@pytest.fixture
def reader(orne) -> Client:
    """The browser of the council's reader."""
    return sign_in(Client(), orne.council.reader.membership)


@pytest.fixture
def at(sent):
    """`at("transmission_close")`: the address of a page about the report."""
    return lambda name="transmission", **more: reverse(f"pro:{name}", kwargs={"transmission_id": sent.id, **more})


@pytest.fixture
def opened(reader, at):
    """The reader's browser, after a reason for opening was given and the content shown once."""
    reader.post(at("transmission_open"), {"reason": "handling"})
    reader.get(at("transmission_content"))
    return reader
