"""Adding and changing a service by its form."""

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.base import clock
from maillon.base.enums import Confidence
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Provider, Service
from tests.directory.offers import ALENCON, make_service

NEW = reverse("pro:service_new")
FORM = {
    "name": "Permanence",
    "needs": ["legal", "residence"],
    "zone_kind": "departement",
    "departements": "Orne",
    "hours": "lundi-vendredi 9h-12h",
    "phone": "02 61 91 00 11",
    "languages": ["fr", "ar"],
    "places-TOTAL_FORMS": "1",
    "places-INITIAL_FORMS": "0",
}
PLACE = {"places-0-commune": "Alençon", "places-0-name": "Accueil", "places-0-hours": "lu 9h-12h"}


def edit(service):
    return reverse("pro:service_edit", args=[service.pk])


def said(form):
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_a_leads_first_service_makes_her_organisation_a_provider(inside, lead):
    answer = inside.post(NEW, FORM | PLACE)
    made = Service.objects.get()
    assert answer.headers["Location"].startswith(reverse("pro:service", args=[made.pk]))
    assert (made.provider.organisation, made.provider.name) == (lead.organisation, lead.organisation.name)
    assert (made.zone, made.hours, made.languages) == (["D61"], "Mo-Fr 09:00-12:00", ["fr", "ar"])
    assert (made.confidence, made.confirmed_by) == (
        Confidence.VERIFIED,
        f"{lead.member.name}, {lead.organisation.name}",
    )
    place = made.places.get()
    assert (place.commune_id, place.hours) == ("61001", "Mo 09:00-12:00")
    inside.post(NEW, FORM | {"name": "Deuxième"})
    assert Provider.objects.count() == 1


def test_a_keeper_names_the_provider_and_how_sure_it_is(member_of, signed_in_client):
    keeper = signed_in_client(member_of(OrganisationKind.ASSOCIATION, Role.ADMINISTRATOR))
    assert said(keeper.post(NEW, FORM | {"confidence": "secondary"}).context["provider"]).keys() == {"provider"}
    keeper.post(NEW, FORM | {"confidence": "secondary", "new_provider": "Barreau inventé"})
    made = Service.objects.get()
    assert (made.provider.name, made.provider.organisation, made.confidence) == ("Barreau inventé", None, "secondary")
    keeper.post(NEW, FORM | {"confidence": "verified", "provider": str(made.provider_id), "name": "Autre"})
    assert Provider.objects.count() == 1


def test_somebody_elses_provider_is_no_choice(inside, provider, lead):
    from tests.directory.offers import make_provider

    make_provider("Le second", lead.organisation)
    stranger = make_provider("Ailleurs")
    assert inside.post(NEW, FORM | {"provider": str(stranger.pk)}).status_code == 422
    assert not Service.objects.exists()


def test_everything_wrong_is_told_at_once_and_what_was_typed_stays(inside):
    wrong = FORM | PLACE | {"name": "", "hours": "le matin", "departements": "Atlantide", "places-0-commune": "Zzz"}
    answer = inside.post(NEW, wrong)
    assert answer.status_code == 422
    assert said(answer.context["form"]).keys() == {"name", "hours", "departements"}
    assert said(answer.context["places"][0]).keys() == {"commune"}
    assert "le matin" in answer.content.decode()
    assert not Service.objects.exists()
    assert not Provider.objects.exists()


def test_what_the_directory_refuses_is_told_in_words(inside):
    answer = inside.post(NEW, FORM | PLACE | {"is_confidential": "on"})
    assert answer.status_code == 422
    assert "confidentielle" in said(answer.context["form"])["__all__"][0]
    assert not Service.objects.exists()


def test_the_form_shows_a_service_and_saving_it_unchanged_changes_nothing(inside, provider):
    made = make_service(
        provider,
        at=clock.now(),
        zone_kind="communes",
        zone=("C61001", "C61169"),
        hours="Mo-Fr 09:00-17:00; PH off",
        min_age=18,
        places=(ALENCON,),
    )
    shown = inside.get(edit(made)).context
    sent = {name: value for name, value in shown["form"].initial.items() if value not in (None, False)}
    sent |= {f"places-0-{name}": value for name, value in shown["places"][0].initial.items()}
    answer = inside.post(edit(made), sent | {"places-TOTAL_FORMS": "2", "places-INITIAL_FORMS": "1"})
    assert answer.status_code == 302
    facts = ("name", "needs", "zone", "zone_kind", "hours", "min_age", "phone")
    after = Service.objects.get(pk=made.pk)
    assert {name: getattr(after, name) for name in facts} == {
        "name": made.name,
        "needs": ["legal"],
        "zone": ["C61001", "C61169"],
        "zone_kind": "communes",
        "hours": "Mo-Fr 09:00-17:00; PH off",
        "min_age": 18,
        "phone": made.phone,
    }
    assert after.places.get().address == ALENCON.address


def test_an_emptied_place_goes(inside, provider):
    made = make_service(provider, at=clock.now(), places=(ALENCON,))
    inside.post(edit(made), FORM | {"places-INITIAL_FORMS": "1", "places-0-commune": ""})
    assert not made.places.exists()
    answer = inside.post(edit(made), FORM | {"places-0-address": "1 rue Inventée"})
    assert said(answer.context["places"][0]).keys() == {"commune"}


def test_a_change_that_somebody_overtook_is_refused(inside, provider):
    made = make_service(provider, at=clock.now())
    seen = inside.get(edit(made)).context["form"].initial["seen"]
    assert inside.post(edit(made), FORM | {"name": "Premier", "seen": seen}).status_code == 302
    answer = inside.post(edit(made), FORM | {"name": "Second", "seen": seen})
    assert answer.status_code == 422
    assert "entre-temps" in answer.content.decode()
    assert Service.objects.get().name == "Premier"


def test_a_lead_can_not_lower_how_sure_a_fact_is(inside, provider):
    made = make_service(provider, at=clock.now())
    inside.post(edit(made), FORM | {"confidence": "unconfirmed"})
    assert Service.objects.get().confidence == Confidence.VERIFIED


@pytest.mark.parametrize(
    ("kind", "departements", "typed", "zone"),
    [
        ("country", "", "", ["FR"]),
        ("departement", "61, Vosges", "", ["D61", "D88"]),
        ("region", "88", "", ["D88"]),
        ("communes", "", "Alençon\n61169\nL’Aigle (61214)", ["C61001", "C61169", "C61214"]),
        ("communes", "88", "61100 Flers", ["D88", "C61169"]),
    ],
)
def test_zones_are_written_as_people_say_them(inside, kind, departements, typed, zone):
    answer = inside.post(NEW, FORM | {"zone_kind": kind, "departements": departements, "communes": typed})
    assert answer.status_code == 302, answer.context["form"].errors
    assert Service.objects.get().zone == zone


@pytest.mark.parametrize(
    ("kind", "departements", "typed", "field"),
    [
        ("departement", "", "", "departements"),
        ("communes", "", "", "communes"),
        ("communes", "", "Saint", "communes"),
        ("communes", "", "Atlantide", "communes"),
        ("elsewhere", "", "", "zone_kind"),
    ],
)
def test_a_zone_that_is_unclear_is_asked_again(inside, kind, departements, typed, field):
    told = {"zone_kind": kind, "departements": departements, "communes": typed}
    assert said(inside.post(NEW, FORM | told).context["form"]).keys() == {field}


NORMANDY = ["D14", "D27", "D50", "D61", "D76"]


def test_a_region_is_chosen_by_name_and_means_its_departements(inside):
    inside.post(NEW, FORM | {"zone_kind": "region", "region": "28"})
    made = Service.objects.get()
    assert (made.zone, made.zone_kind) == (NORMANDY, "region")
    assert "Normandie" in inside.get(reverse("pro:service", args=[made.pk])).content.decode()
    form = inside.get(edit(made)).context["form"]
    assert (form["region"].value(), form["departements"].value()) == ("28", "")
    inside.post(
        edit(made), FORM | {"zone_kind": "region", "region": "", "departements": "61", "seen": form["seen"].value()}
    )
    made.refresh_from_db()
    assert (made.zone, made.zone_kind) == (["D61"], "region")


@pytest.mark.parametrize("told", [{"region": ""}, {"region": "99"}])
def test_a_region_that_is_not_named_is_asked_for(inside, told):
    answer = inside.post(NEW, FORM | {"zone_kind": "region", "departements": ""} | told)
    assert said(answer.context["form"]).keys() == {"region"}
    assert not Service.objects.exists()
