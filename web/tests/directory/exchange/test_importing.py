"""Files come in whole or not at all, twice is once, and nobody's own words are lost."""

import dataclasses
import datetime as dt
import io
import json

import pytest

from maillon.directory.enums import Confirmed, Need
from maillon.directory.exchange.comparing import Options
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.importing import NoSource, Outdated, import_file
from maillon.directory.models import Confirmation, Place, Provider, Service
from maillon.directory.selectors import search
from maillon.directory.services import confirm, end_service, save_provider, save_service
from maillon.directory.services.details import ProviderDetails
from maillon.journal.models import Line
from tests.directory.exchange.invented import ALENCON, a_record, file_of
from tests.directory.offers import details, make_service
from tests.territories.factories import CommuneFactory, Somebody

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=10)


@pytest.fixture(autouse=True)
def communes():
    CommuneFactory(epci="246100663")
    CommuneFactory(flers=True)


def take(*told, kind="csv", at=AT, dry_run=False, shown=None, file=None, **options):
    return import_file(
        file or file_of(*told, kind=kind),
        FORMATS[kind],
        source="essai",
        by=Somebody(),
        at=at,
        dry_run=dry_run,
        options=Options(**options),
        shown=shown,
    )


def other(**changes):
    return a_record(external_id="s2", name="Accueil de jour", needs=("daily",), **changes)


def counted(report):
    return {name: count for name, count in report.counts().items() if count and name != "notes"}


def test_services_are_added_with_what_makes_them_found_and_fresh():
    report = take(a_record(), other())
    assert report.written
    assert counted(report) == {"added": 2}
    made = Service.objects.get(external_id="s1")
    assert (made.source, made.provider.external_id, made.provider.source) == ("essai", "p1", "essai")
    assert (made.zone, made.needs, made.due_on) == (["D61"], ["legal"], dt.date(2026, 10, 1) + dt.timedelta(days=180))
    assert [place.commune_id for place in made.places.all()] == ["61001"]
    assert set(search("alencon juridique", on=AT.date())) == {made}
    assert Provider.objects.count() == 1
    assert set(Confirmation.objects.values_list("way", "by", "by_name")) == {(Confirmed.IMPORTED, None, "essai")}
    line = Line.objects.get()
    assert (line.action, line.details["source"], line.details["added"]) == ("directory_imported", "essai", 2)


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_the_same_file_again_changes_nothing(kind):
    take(a_record(), other(), kind=kind)
    before = list(Service.objects.order_by("pk").values())
    report = take(a_record(), other(), kind=kind, at=LATER)
    assert (counted(report), report.written) == ({"untouched": 2}, False)
    assert list(Service.objects.order_by("pk").values()) == before
    assert Line.objects.count() == 1


def test_one_bad_line_keeps_everything_out_and_every_bad_line_is_named():
    bad = [
        a_record(external_id="b1", zone=("C99999",), zone_kind="communes"),
        a_record(external_id="b2", places=(dataclasses.replace(ALENCON, commune="61999"),)),
        a_record(external_id="b3", confirmed_on=dt.date(2027, 1, 1)),
        a_record(external_id="s1"),
        a_record(external_id="b4", provider=dataclasses.replace(a_record().provider, name="Autre nom")),
    ]
    text = file_of(a_record(), *bad).read().decode("utf-8-sig")
    text += (
        text.splitlines()[1].replace("s1", "b5").replace("legal", "juridique").replace("02 00 00 00 00", "") + "\r\n"
    )
    report = take(file=io.BytesIO(text.encode()))
    named = [(row.where, row.external_id, problem.field) for row in report.bad for problem in row.problems]
    assert named == [
        ("ligne 3", "b1", "zone"), ("ligne 4", "b2", "place_commune"), ("ligne 5", "b3", "confirmed_on"),
        ("ligne 6", "s1", "id"), ("ligne 7", "b4", "provider_id"), ("ligne 8", "b5", "needs"),
    ]  # fmt: skip
    assert not report.written
    assert not Service.objects.exists()
    assert not Provider.objects.exists()
    assert not Line.objects.exists()


def test_a_rehearsal_writes_nothing_and_says_the_same():
    rehearsed = take(a_record(), dry_run=True)
    assert not Service.objects.exists()
    assert rehearsed.fingerprint == take(a_record()).fingerprint


def test_what_differs_is_shown_by_field_and_written():
    take(a_record(), other())
    moved = dataclasses.replace(ALENCON, address="2 rue Inventée")
    changed = a_record(name="Permanence du droit", phone="02 11 11 11 11", places=(moved,), needs=("legal", "shelter"))
    report = take(changed, other(), at=LATER)
    assert counted(report) == {"changed": 1, "untouched": 1}
    assert [change.field for change in report.changed[0].fields] == ["name", "needs", "phone", "places"]
    made = Service.objects.get(external_id="s1")
    assert (made.name, made.phone, made.changed_at) == ("Permanence du droit", "02 11 11 11 11", LATER)
    assert made.due_on == dt.date(2026, 10, 1) + dt.timedelta(days=90)
    assert [place.address for place in made.places.all()] == ["2 rue Inventée"]
    assert made in search("hebergement", on=dt.date(2026, 12, 1))


def test_what_a_full_file_leaves_out_ends_and_may_come_back():
    take(a_record(), other())
    assert counted(take(a_record(), at=LATER, complete=False)) == {"untouched": 1}
    assert counted(take(a_record(), at=LATER)) == {"ended": 1, "untouched": 1}
    assert Service.objects.get(external_id="s2").ended_on == LATER.date()
    assert counted(take(a_record(), at=LATER + dt.timedelta(days=1))) == {"untouched": 1}
    report = take(a_record(), other(), at=LATER + dt.timedelta(days=2))
    assert [change.field for change in report.changed[0].fields] == ["ended_on"]
    assert Service.objects.get(external_id="s2").ended_on is None


def edited(key, **changes):
    service = Service.objects.get(external_id=key)
    told = details(service.provider, name=service.name, needs=tuple(Need(need) for need in service.needs), **changes)
    save_service(told, by=Somebody(), by_name="Camille", at=AT + dt.timedelta(days=1), key=service.pk)


def test_what_a_person_has_edited_is_kept_and_listed():
    take(a_record(), other())
    edited("s1", phone="02 99 99 99 99")
    report = take(a_record(), other(), at=LATER)
    assert counted(report) == {"kept": 1, "untouched": 1}
    assert ("phone", "02 99 99 99 99", "02 00 00 00 00") in [
        (change.field, change.before, change.after) for change in report.kept[0].fields
    ]
    assert Service.objects.get(external_id="s1").phone == "02 99 99 99 99"
    assert counted(take(other(), at=LATER)) == {"kept": 1, "untouched": 1}
    assert Service.objects.get(external_id="s1").ended_on is None


def test_overwriting_is_asked_for_and_then_the_file_rules_again():
    take(a_record())
    edited("s1", phone="02 99 99 99 99")
    assert counted(take(a_record(), at=LATER, overwrite=True)) == {"changed": 1}
    assert Service.objects.get(external_id="s1").phone == "02 00 00 00 00"
    assert counted(take(a_record(phone="02 22 22 22 22"), at=LATER + dt.timedelta(days=1))) == {"changed": 1}


def test_what_a_person_has_ended_stays_ended():
    take(a_record())
    end_service(Service.objects.get().pk, by=Somebody(), at=AT + dt.timedelta(days=1))
    assert counted(take(a_record(), at=LATER)) == {"kept": 1}
    assert Service.objects.get().ended_on is not None


def test_what_a_person_has_confirmed_is_not_dated_back():
    take(a_record())
    made = Service.objects.get()
    confirm(made.pk, by=Somebody(), by_name="Camille", at=AT + dt.timedelta(days=1))
    report = take(a_record(phone="02 11 11 11 11"), at=LATER)
    assert [change.field for change in report.changed[0].fields] == ["phone"]
    made.refresh_from_db()
    assert (made.confirmed_by, made.phone) == ("Camille", "02 11 11 11 11")
    assert made.due_on == AT.date() + dt.timedelta(days=1 + 180)


def test_a_provider_changes_once_for_all_its_services_unless_a_person_has_changed_it():
    take(a_record(), other())
    renamed = dataclasses.replace(a_record().provider, name="Association renommée")
    assert counted(take(a_record(provider=renamed), complete=False, at=LATER)) == {"changed": 1}
    assert Provider.objects.get().name == "Association renommée"
    assert search("renommee jour", on=AT.date()).count() == 1
    report = take(
        a_record(provider=renamed), other(provider=renamed, phone="02 11 11 11 11"), at=LATER + dt.timedelta(days=1)
    )
    assert counted(report) == {"changed": 1, "untouched": 1}
    told = ProviderDetails(name="Nom choisi ici")
    save_provider(told, by=Somebody(), at=LATER + dt.timedelta(days=2), key=Provider.objects.get().pk)
    assert counted(take(a_record(), other(), at=LATER + dt.timedelta(days=3))) == {"kept": 2}
    assert Provider.objects.get().name == "Nom choisi ici"


def test_a_confidential_service_never_gets_an_address_whoever_says_that_it_is_secret():
    take(a_record())
    made = Service.objects.get()
    Place.objects.all().delete()
    Service.objects.update(is_confidential=True)
    report = take(a_record(phone="02 11 11 11 11"), kind="data-inclusion", at=LATER)
    assert report.written
    assert not Place.objects.exists()
    made.refresh_from_db()
    assert made.is_confidential


def test_a_service_that_becomes_confidential_loses_its_places_and_one_that_stops_gets_them():
    take(a_record())
    text = file_of(a_record()).read().decode("utf-8-sig").replace(";no;", ";yes;")
    report = take(file=io.BytesIO(text.encode()), at=LATER)
    assert (report.notes[0].external_id, Place.objects.count()) == ("s1", 0)
    assert Service.objects.get().is_confidential
    take(a_record(), at=LATER + dt.timedelta(days=1))
    assert (Place.objects.count(), Service.objects.get().is_confidential) == (1, False)


def test_a_format_leaves_alone_what_it_has_no_words_for():
    full = a_record(
        languages=("fr", "ro"), min_age=18, needs=("interpreter", "legal"), welcomes=("with_animal", "women")
    )
    take(full)
    report = take(full, kind="data-inclusion", at=LATER)
    assert counted(report) == {"untouched": 1}
    take(dataclasses.replace(full, needs=("health", "legal")), kind="data-inclusion", at=LATER)
    made = Service.objects.get()
    assert (made.needs, made.languages, made.min_age) == (["health", "interpreter", "legal"], ["fr", "ro"], 18)


def test_data_inclusions_zones_lines_and_cities_are_understood():
    content = json.load(file_of(a_record(), kind="data-inclusion"))
    told = content["services"][0]
    told |= {"zone_eligibilite": ["246100663"], "mobilisable_par": ["professionnels"], "horaires_accueil": "le matin"}
    del told["code_insee"]
    content["structures"][0]["telephone"] = "02 33 33 33 33"
    report = take(kind="data-inclusion", file=io.BytesIO(json.dumps(content).encode()))
    made = Service.objects.get()
    assert (made.zone, made.phone, made.pro_phone, made.hours) == (["C61001"], "", "02 00 00 00 00", "")
    assert made.places.get().commune_id == "61001"
    assert "horaires illisibles" in str(report.notes[0].what)


def test_what_is_left_out_of_a_file_is_said_and_does_not_end_what_is_here():
    take(a_record(), kind="data-inclusion")
    content = json.load(file_of(a_record(), kind="data-inclusion"))
    content["services"][0]["thematiques"] = ["mobilite--preparer-un-permis"]
    report = take(kind="data-inclusion", file=io.BytesIO(json.dumps(content).encode()), at=LATER)
    assert counted(report) == {"left_out": 1}
    assert Service.objects.get().ended_on is None


def test_a_service_that_its_source_has_closed_ends():
    take(a_record(), kind="hsds")
    content = json.load(file_of(a_record(), kind="hsds"))
    content["contents"][0]["status"] = "defunct"
    assert counted(take(kind="hsds", file=io.BytesIO(json.dumps(content).encode()), at=LATER)) == {
        "ended": 1,
        "left_out": 1,
    }


def test_what_was_written_here_does_not_come_in_twice():
    made = make_service()
    report = take(a_record(external_id=str(made.pk)))
    assert counted(report) == {"left_out": 1}
    assert Service.objects.count() == 1


def test_what_is_confirmed_is_what_was_shown():
    shown = take(a_record(), dry_run=True).fingerprint
    take(a_record(), other())
    with pytest.raises(Outdated):
        take(a_record(), at=LATER, shown=shown)
    assert Service.objects.get(external_id="s2").ended_on is None


@pytest.mark.parametrize("source", ["", "  ", "x" * 61])
def test_a_source_has_a_name(source):
    with pytest.raises(NoSource):
        import_file(file_of(), FORMATS["csv"], source=source, by=None, at=AT, dry_run=True)
