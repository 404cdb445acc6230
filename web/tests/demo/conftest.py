"""The demonstration, as every test here looks at it."""

import pytest
from django.core.management import call_command

from maillon.base import clock
from maillon.demo.services import load_demo
from tests.undoing import undone


@pytest.fixture(scope="package")
def invented(django_db_setup, django_db_blocker):
    """The demonstration, made once for the tests of this folder and undone at the end."""
    with django_db_blocker.unblock(), undone():
        call_command("load_territories", verbosity=0)
        told = []
        load_demo(at=clock.now(), tell=told.append)
        yield told
