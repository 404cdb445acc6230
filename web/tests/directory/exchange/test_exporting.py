"""What leaves the directory, and what never does."""

import io

import pytest

from maillon.directory.exchange.exporting import export_file, sources
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.models import Service
from tests.directory.exchange.invented import a_record, rows_of
from tests.directory.exchange.test_importing import AT, take
from tests.directory.offers import ALENCON, make_provider, make_service
from tests.territories.factories import CommuneFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def communes():
    CommuneFactory()


def exported(kind="csv", source=None):
    file = io.BytesIO()
    left_out = export_file(file, FORMATS[kind], source=source)
    return left_out, file.getvalue()


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_lines_for_professionals_and_secret_addresses_never_leave(kind):
    make_service(places=(ALENCON,), pro_phone="02 98 76 54 32", pro_email="interne@exemple.fr")
    made = make_service(name="Abri", is_confidential=True)
    _left_out, content = exported(kind)
    rows = rows_of(io.BytesIO(content), kind)
    assert len(rows) == 2
    assert {(row.pro_phone, row.pro_email) for row in rows} == {("", "")}
    assert [len(row.places) for row in rows if row.external_id == str(made.pk)] == [0]
    if FORMATS[kind].is_text:
        assert b"02 98 76" not in content
        assert b"interne" not in content


@pytest.mark.parametrize("kind", ["csv", "hsds"])
def test_what_came_from_a_source_goes_back_to_it_unchanged(kind):
    take(a_record())
    make_service(make_provider(name="Autre"))
    _left_out, content = exported(kind, "essai")
    assert rows_of(io.BytesIO(content), kind) == [a_record()]
    assert sources() == ["essai"]


def test_two_sources_do_not_share_names_in_one_file_and_what_has_ended_is_gone():
    take(a_record())
    make_service(make_provider(name="Autre"))
    _left_out, content = exported()
    assert {row.external_id[:7] for row in rows_of(io.BytesIO(content))} > {"essai--"}
    Service.objects.update(ended_on=AT.date())
    assert rows_of(io.BytesIO(exported()[1])) == []


def test_what_a_format_can_not_hold_is_said():
    make_service(make_provider(name="AB"))
    ((row,), _content) = exported("data-inclusion")
    assert "nom" in str(row.why)
