"""The first entries of the directory: what they say, and that loading them again takes nothing from anybody."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from maillon.base.enums import Confidence
from maillon.directory.models import Confirmation, Provider, Service
from maillon.directory.rules import Standing, standing
from maillon.directory.services import confirm, end_service, initial, load_directory
from maillon.journal.models import Line
from tests.territories.factories import Somebody, load_known_communes

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def loaded():
    load_known_communes()
    return load_directory(at=AT)


def one(code):
    return Service.objects.get(source="maillon", external_id=code)


def test_every_entry_says_where_it_comes_from_and_can_be_reached(loaded):
    assert loaded.added == Service.objects.count() == 8
    for service in Service.objects.all():
        assert service.confidence in {Confidence.VERIFIED, Confidence.SECONDARY}
        assert service.confirmed_by
        assert service.phone or service.website
        assert service.zone in (["FR"], ["D61"])
    assert set(Service.objects.filter(confidence=Confidence.VERIFIED).values_list("external_id", flat=True)) == {"119"}


def test_an_old_number_is_hidden_until_somebody_confirms_it():
    hidden = [
        found.external_id for found in Service.objects.all() if standing(found.due_on, AT.date()) != Standing.FRESH
    ]
    assert hidden == ["planning-familial-61"]
    assert standing(one("planning-familial-61").due_on, AT.date()) is Standing.HIDDEN


def test_loading_again_writes_nothing():
    before = Line.objects.count(), Confirmation.objects.count(), list(Service.objects.order_by("pk").values())
    again = load_directory(at=AT + dt.timedelta(days=1))
    assert (again.added, again.changed, again.left) == (0, 0, 0)
    assert before == (Line.objects.count(), Confirmation.objects.count(), list(Service.objects.order_by("pk").values()))


def test_what_a_person_confirmed_or_ended_is_left_alone():
    Service.objects.filter(external_id="119").update(phone="0119")
    confirm(one("119").pk, by=Somebody(), by_name="Camille Roussel", at=AT)
    end_service(one("3919").pk, by=Somebody(), at=AT)
    again = load_directory(at=AT + dt.timedelta(days=1))
    assert again.left == 2
    assert one("119").phone == "0119"
    assert one("3919").ended_on == AT.date()


def test_what_nobody_touched_follows_the_files():
    Service.objects.filter(external_id="119").update(phone="0119", search_key="")
    assert load_directory(at=AT + dt.timedelta(days=1)).changed == 1
    assert one("119").phone == "119"
    assert "119" in one("119").search_key
    assert Provider.objects.count() == 8


def test_an_unknown_code_or_field_stops_the_load(monkeypatch, tmp_path):
    text = (initial.FOLDER / "orne.toml").read_text("utf-8")
    (tmp_path / "broken.toml").write_text(text.replace('"shelter"', '"castle"').replace('"119"', '"119-bis"'), "utf-8")
    monkeypatch.setattr(initial, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="castle"):
        load_directory(at=AT)
    assert not Service.objects.filter(external_id="119-bis").exists()


def test_the_command_says_what_it_did_and_needs_the_communes(monkeypatch):
    said = StringIO()
    call_command("load_directory", stdout=said)
    assert said.getvalue() == "Services added: 0, changed: 0, left alone: 0.\n"
    monkeypatch.setattr("maillon.territories.models.Commune.objects.exists", lambda: False)
    with pytest.raises(CommandError, match="load_territories"):
        call_command("load_directory")
