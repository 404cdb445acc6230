"""A row that was waited for is read as it is then, with what hangs on it by then."""

import pytest
from django.db import transaction

from maillon.base.locking import locked_row
from maillon.territories.models import Commune, Departement
from tests.concurrency import before, together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def commune():
    here, _there = (Departement.objects.create(code=code, name=code) for code in ("61", "72"))
    return Commune.objects.create(code="61001", name="Alençon", departement=here, search_key="alencon")


def rows():
    return Commune.objects.select_related("departement").filter(pk="61001")


@transaction.atomic
def read():
    found = locked_row(rows())
    return found and found.departement.code


def test_what_hangs_on_a_row_that_was_waited_for_is_what_hangs_on_it_now(commune):
    assert before(lambda: Commune.objects.update(departement="72"), read) == "72"


def test_in_one_statement_the_row_would_seem_to_be_gone(commune):
    """Why there are two."""

    @transaction.atomic
    def at_once():
        return rows().select_for_update(of=("self",)).first()

    assert before(lambda: Commune.objects.update(departement="72"), at_once) is None


def test_a_row_that_went_meanwhile_is_none(commune):
    assert before(lambda: Commune.objects.all().delete(), read) is None


def test_a_row_that_somebody_else_holds_is_passed_over(commune):
    @transaction.atomic
    def passed_over():
        return locked_row(rows(), skip_locked=True)

    with transaction.atomic():
        locked_row(rows())
        assert together(passed_over) == [None]
