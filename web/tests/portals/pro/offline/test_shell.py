"""What a browser keeps for the moments without a signal says nothing of anybody."""

import json
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.config.settings import public
from maillon.directory.enums import OrganisationKind
from maillon.guidance import rulebook
from maillon.guidance.enums import Trade
from maillon.portals.pro.report.offline import ASKED
from maillon.portals.pro.report.path import StepName
from maillon.reports.offline import STEPS

pytestmark = pytest.mark.django_db
PAGE, WORKER, DATA = reverse("pro:offline"), reverse("pro:offline_worker"), reverse("pro:offline_data")
QUESTIONS, MANIFEST = reverse("pro:offline_questions"), reverse("pro:offline_manifest")


@pytest.fixture
def reporter(member_of):
    return member_of(OrganisationKind.FIRE_RESCUE, Role.REPORTER, name="Canari Membre 4b2e")


@pytest.fixture
def inside(reporter, signed_in_client):
    return signed_in_client(reporter)


def prelude(client, **headers):
    script = client.get(WORKER, headers=headers).content.decode()
    found = re.fullmatch(r"self\.MAILLON = (\{.*\});\nimportScripts\(\"([^\"]+)\"\);\n", script)
    return json.loads(found[1]), found[2]


@pytest.mark.guardrail("G6")
def test_the_kept_files_name_nobody_and_are_the_same_for_a_member(inside, reporter, client):
    # The cards greet whoever is signed in; the worker asks for them, as for all else, without cookies.
    cards = {reverse("field:cards"), *(reverse("field:card", args=[trade]) for trade in Trade)}
    files = [file for file in prelude(inside)[0]["files"] if not file.startswith(settings.STATIC_URL)]
    assert set(files) >= {PAGE, DATA, QUESTIONS, MANIFEST}
    for file in files:
        kept = client.get(file)
        assert kept.status_code == 200
        assert file in cards or inside.get(file).content == kept.content, file
        for telling in (reporter.member.name, reporter.organisation.name, reporter.member.email, "csrfmiddlewaretoken"):
            assert telling not in kept.content.decode()


def test_the_worker_watches_over_the_whole_door_and_runs_one_script_of_ours(client):
    answer = client.get(WORKER)
    kept, script = prelude(client)
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Content-Type"].startswith("text/javascript")
    assert script.startswith(settings.STATIC_URL)
    assert kept["shell"] in kept["files"]


def test_its_version_changes_with_what_is_kept_and_with_nothing_else(client, monkeypatch):
    before = prelude(client)[0]["version"]
    assert prelude(client)[0]["version"] == before
    assert prelude(client, accept_language="en")[0]["version"] != before
    book = rulebook.load()
    monkeypatch.setattr("maillon.portals.pro.offline.views.shell.FILES", ("assets/favicon.svg",))
    assert prelude(client)[0]["version"] != before
    assert book is rulebook.load()


def test_the_cards_are_kept_where_there_are_any(client, settings):
    settings.ROOT_URLCONF = "tests.portals.pro.offline.urls_with_cards"
    files = prelude(client)[0]["files"]
    assert "/fiches/" in files
    assert {f"/fiches/{trade.value}/" for trade in Trade} <= set(files)


def test_nothing_else_than_our_own_scripts_may_run(client):
    policy = dict(
        part.strip().split(" ", 1)
        for part in client.get(PAGE)["Content-Security-Policy"].split(";")
        if " " in part.strip()
    )
    assert policy["script-src"] == policy["worker-src"] == policy["connect-src"] == "'self'"
    assert policy["default-src"] == "'none'"


def test_the_page_still_gives_the_numbers_where_there_are_no_scripts(client):
    page = client.get(PAGE).content.decode()
    outside = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)
    assert 'href="tel:17"' in outside
    assert "<noscript>" in outside


def test_the_way_to_it_is_hidden_until_a_script_shows_it(inside):
    page = inside.get(reverse("pro:home")).content.decode()
    assert re.search(rf"<p data-offline-link hidden>\s*<a[^>]*href=\"{PAGE}\"", page)


def test_the_manifest_makes_it_installable(client):
    manifest = client.get(MANIFEST)
    assert manifest["Content-Type"] == "application/manifest+json"
    described = manifest.json()
    assert (described["start_url"], described["scope"], described["display"]) == (PAGE, "/", "standalone")
    assert described["icons"][0]["src"].startswith(settings.STATIC_URL)


def test_the_questions_are_those_of_the_path_in_its_order(client):
    asked = client.get(QUESTIONS).json()
    order = [step.value for step in StepName]
    for path in asked["paths"].values():
        assert path == sorted(path, key=order.index)
        assert set(path) <= set(asked["questions"])
    assert "gravite" in asked["paths"]["minor"]
    assert "gravite" not in asked["paths"]["adult"]


def test_nothing_that_names_anybody_is_asked():
    assert {step.value for step in ASKED} == STEPS | {"commune"}
    assert not {StepName.IDENTITY, StepName.TRACES, StepName.WISH, StepName.AGREEMENT} & set(ASKED)


def test_the_public_door_knows_nothing_of_it(client):
    assert not hasattr(public, "INTAKE_KEYS")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "ROOT_URLCONF", public.ROOT_URLCONF)
        assert Client().get(PAGE).status_code == 404
