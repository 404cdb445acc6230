"""Services are added, changed and ended, and what does not hold together is refused."""

import dataclasses
import datetime as dt

import pytest

from maillon.directory import refusals
from maillon.directory.enums import Confirmed, Need, Trait
from maillon.directory.models import Confirmation, Place, Service
from maillon.directory.services import ProviderDetails, end_service, reopen_service, save_provider, save_service
from maillon.journal.models import Line
from tests.directory.offers import ALENCON, AT, details, make_provider, make_service
from tests.territories.factories import CommuneFactory, Somebody

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=10)


@pytest.fixture(autouse=True)
def alencon():
    return CommuneFactory()


def saved(service, told, *, at=LATER, seen=None):
    return save_service(told, by=Somebody(), by_name="Camille Roussel", at=at, key=service.pk, seen=seen)


def test_a_new_service_is_confirmed_by_whoever_wrote_it():
    by = Somebody()
    made = save_service(details(), by=by, by_name="Camille Roussel", at=AT)
    made.refresh_from_db()
    assert (made.confirmed_on, made.confirmed_by) == (AT.date(), "Camille Roussel")
    assert made.due_on == AT.date() + dt.timedelta(days=180)
    confirmation = Confirmation.objects.get(service=made)
    assert (confirmation.way, confirmation.by, confirmation.at) == (Confirmed.EDITED, by.member_id, AT)


def test_the_journal_names_fields_and_never_values():
    made = make_service(summary="Un mot à part")
    saved(made, details(made.provider, summary="Deux mots"))
    line = Line.objects.get(details__new=False)
    assert (line.action, line.subject_id, line.details["fields"]) == ("service_changed", made.pk, ["summary"])
    assert "mot" not in str(list(Line.objects.values_list("details", flat=True)))


def test_a_change_replaces_places_and_dates_the_entry_anew():
    made = make_service(places=(ALENCON,))
    moved = dataclasses.replace(ALENCON, address="2 rue Inventée")
    saved(made, details(made.provider, needs=(Need.SHELTER,), places=(moved,)))
    made.refresh_from_db()
    assert [place.address for place in made.places.all()] == ["2 rue Inventée"]
    assert made.due_on == LATER.date() + dt.timedelta(days=90)
    assert Line.objects.get(details__new=False).details["fields"] == ["needs", "places"]


def test_places_that_did_not_change_keep_their_rows():
    made = make_service(places=(ALENCON,))
    before = set(Place.objects.values_list("pk", flat=True))
    saved(made, details(made.provider, name="Autre nom", places=(ALENCON,)))
    assert set(Place.objects.values_list("pk", flat=True)) == before


def test_a_service_becomes_confidential_by_losing_its_places_and_back():
    made = make_service(places=(ALENCON,))
    saved(made, details(made.provider, is_confidential=True))
    assert not Place.objects.exists()
    saved(made, details(made.provider, places=(ALENCON,)))
    assert Place.objects.count() == 1


def test_it_is_found_by_its_need_its_commune_and_its_provider_without_accents():
    made = make_service(make_provider("Élan"), needs=(Need.HEALTH,), places=(ALENCON,))
    assert {"permanence", "juridique", "elan", "sante", "alencon"} <= set(made.search_key.split())
    save_provider(ProviderDetails(name="Nouvel Élan"), by=Somebody(), at=LATER, key=made.provider_id)
    assert "nouvel" in Service.objects.get(pk=made.pk).search_key.split()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"needs": ()}, refusals.NothingCovered),
        ({"zone": ()}, refusals.NothingCovered),
        ({"is_confidential": True, "places": (ALENCON,)}, refusals.PlaceOfASecret),
        ({"welcomes": (Trait.MEN, Trait.WOMEN), "excludes": (Trait.MEN,)}, refusals.WelcomedAndExcluded),
        ({"min_age": 18, "max_age": 15}, refusals.AgesReversed),
        ({"hours": "le matin"}, refusals.HoursUnreadable),
        ({"places": (dataclasses.replace(ALENCON, hours="8 h"),)}, refusals.HoursUnreadable),
        ({"phone": ""}, refusals.NoWayIn),
    ],
)
def test_what_does_not_hold_together_is_refused_and_nothing_written(changes, refusal):
    with pytest.raises(refusal):
        make_service(**changes)
    assert not Service.objects.exists()
    assert not Line.objects.exists()


def test_somebody_elses_change_is_not_overwritten_unseen():
    made = make_service()
    seen = made.changed_at
    saved(made, details(made.provider, name="Premier"), seen=seen)
    with pytest.raises(refusals.ChangedMeanwhile):
        saved(made, details(made.provider, name="Second"), seen=seen)
    assert Service.objects.get(pk=made.pk).name == "Premier"


def test_an_ended_service_is_kept_unchanged_until_it_is_reopened():
    made = make_service()
    end_service(made.pk, by=Somebody(), at=LATER)
    end_service(made.pk, by=Somebody(), at=LATER + dt.timedelta(days=3))
    assert Service.objects.get(pk=made.pk).ended_on == LATER.date()
    with pytest.raises(refusals.Ended):
        saved(made, details(made.provider))
    reopen_service(made.pk, by=Somebody(), at=LATER)
    assert Service.objects.get(pk=made.pk).ended_on is None
    assert Line.objects.filter(action="service_ended").count() == 2
