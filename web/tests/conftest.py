"""What every test may rely on."""

import os

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from django.utils import translation

from maillon.territories.selectors import forget_communes
from tests.accounts.fixtures import keyring_of, member_of, signed_in_client
from tests.journal.emptying import empty_tables, reopen_chains
from tests.journeys.log import pytest_terminal_summary
from tests.migrated import migrated
from tests.prepared import keep_prepared

__all__ = ["keyring_of", "member_of", "pytest_terminal_summary", "signed_in_client"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The database of this process is a copy of the migrated one: what two processes need is migrated once."""
    settings.DATABASES["default"]["TEST"] |= {"TEMPLATE": migrated(os.environ["DATABASE_URL"]), "MIGRATE": False}


@pytest.fixture(autouse=True, scope="session")
def _journal_can_be_emptied_between_tests():
    """A test that commits is cleaned up by emptying the tables, which the journal refuses to everybody else."""

    def teardown(_case: TransactionTestCase) -> None:
        empty_tables()
        reopen_chains()

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _statements_stay_prepared():
    with pytest.MonkeyPatch.context() as patch:
        keep_prepared(patch)
        yield


@pytest.fixture(autouse=True)
def _in_french():
    """A view test may leave the thread in another language; the next one starts in French again."""
    with translation.override("fr"):
        yield


@pytest.fixture(autouse=True)
def _no_commune_of_another_test():
    """A process keeps the communes it has read; each test has its own."""
    forget_communes()
