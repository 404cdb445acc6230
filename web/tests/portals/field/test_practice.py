"""Exercises alone: the same screens and rules as in real life, at both doors, and nothing is kept."""

import pytest
from django.apps import apps
from django.test import Client, override_settings
from django.urls import reverse

from maillon.guidance.feedback import first_steps
from maillon.guidance.rulebook import load
from tests.guidance.shapes import ON
from tests.portals.public.process import SETTINGS

pytestmark = pytest.mark.django_db
BANNER = "Exercice\u00a0: rien n’est réel, rien n’est envoyé"
SCENARIOS = tuple(load().exercises.scenarios.values())


def address(scenario):
    return f"/exercice/situation/{scenario.code}/"


def given(scenario, seen):
    return {"signs": "given", **{f"sign-{code}": "seen" for code in seen}}


def test_every_scenario_stands_in_the_list_under_its_trade(door):
    html = door.get("/exercice/").content.decode()
    assert BANNER in html
    assert all(address(scenario) in html and scenario.title in html for scenario in SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.code)
def test_a_scenario_goes_from_its_story_to_the_feedback(door, scenario):
    where = address(scenario)
    story = door.get(where).content.decode()
    assert scenario.story[0].split("«")[0] in story
    signs = door.post(where, {"read": "1"}).content.decode()
    asked = load().indicators.asked_of(scenario.trade, minor=scenario.minor)
    assert all(f'name="sign-{sign.code}"' in signs for sign in asked)
    steps = door.post(where, given(scenario, scenario.seen)).content.decode()
    offered = first_steps(scenario, load(), ON)
    assert all(f'name="step" value="{code}"' in steps for code in offered)
    told = door.post(where, given(scenario, scenario.seen) | {"step": scenario.missteps[0]}).content.decode()
    assert "Retour sur l’histoire" in told
    assert "À ne pas faire" in told
    assert all(BANNER in page for page in (story, signs, steps, told))


def test_what_was_read_into_a_story_is_explained_with_its_source(door):
    scenario = load().exercises.scenarios["saisonniers"]
    posted = given(scenario, ["mattresses", "lives_where_she_works", "spoken_for"]) | {"step": "stay"}
    html = door.post(address(scenario), posted).content.decode()
    assert "Ce que vous avez lu de trop" in html
    assert scenario.tempting[1].why in html
    assert "L’histoire dit le contraire." in html
    assert "ONUDC" in html


def test_going_back_keeps_the_answers(door):
    scenario = SCENARIOS[0]
    html = door.post(address(scenario), given(scenario, ["watched"]) | {"back": "signs"}).content.decode()
    assert html.count(" checked") == len(load().indicators.asked_of(scenario.trade, minor=False))
    assert "Qu’avez-vous remarqué" in html


def test_nonsense_leads_to_a_screen_and_never_to_an_error(door):
    where = address(SCENARIOS[0])
    for posted in ({"signs": "x", "step": "x"}, {"back": "nowhere"}, {"sign-watched": "perhaps"}, {"step": "stay"}):
        assert door.post(where, posted).status_code == 200
    assert door.get("/exercice/situation/nulle-part/").status_code == 404


def test_nothing_is_written_and_the_public_door_sets_no_cookie():
    def rows():
        return {model: model.objects.count() for model in apps.get_models() if hasattr(model, "objects")}

    before = rows()
    scenario = SCENARIOS[0]
    with override_settings(**SETTINGS):
        client = Client()
        client.get("/exercice/")
        told = client.post(address(scenario), given(scenario, scenario.seen) | {"step": "stay"})
    assert "Retour sur l’histoire" in told.content.decode()
    assert not client.cookies
    assert rows() == before


def test_english_addresses_lead_to_english_addresses():
    with override_settings(**SETTINGS):
        html = Client().get("/en/exercice/").content.decode()
    assert 'href="/en/exercice/situation/covoiturage/"' in html


def test_the_home_pages_lead_to_the_exercises(member_of, signed_in_client):
    from maillon.directory.enums import OrganisationKind

    home = signed_in_client(member_of(OrganisationKind.POLICE)).get("/").content.decode()
    assert f'href="{reverse("field:practice")}"' in home
    with override_settings(**SETTINGS):
        assert 'href="/exercice/"' in Client().get("/").content.decode()
