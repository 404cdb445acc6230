"""Settling who is competent where, on screen."""

import pytest
import time_machine
from django.http import Http404
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.territories.models import Competence
from maillon.territories.services import load_jurisdictions
from maillon.territories.services.files import jurisdiction_files
from tests.portals.asking import ask, membership
from tests.territories.factories import load_known_communes

pytestmark = pytest.mark.django_db
LIST = reverse("administration:competences")
SEES = reverse("administration:competence", args=["61464", "force"])


@pytest.fixture
def administrator():
    load_known_communes()
    (data,) = jurisdiction_files()
    load_jurisdictions(data)
    return membership(Role.ADMINISTRATOR)


def filled(**changed):
    return {
        "jurisdiction": "police-alencon",
        "confidence": "verified",
        "source": "Arrêté préfectoral",
        "checked_on": "2026-11-20",
        **changed,
    }


def test_the_list_opens_on_what_is_to_be_confirmed(administrator):
    page = ask(LIST, administrator).content.decode()
    assert "20 réponses sont à confirmer" in page
    assert page.count("tag-attention") == 20
    assert "Conseil départemental de l’Orne" not in page


def test_the_list_is_narrowed_by_commune_and_certainty(administrator):
    page = ask(LIST, administrator, {"departement": "61", "text": "Sées"}).content.decode()
    assert "3 lignes" in page
    assert "Gendarmerie de l’Orne" in page
    assert "Alençon (" not in page
    assert "Rien ici" in ask(LIST, administrator, {"text": "zzz"}).content.decode()


def test_the_list_costs_the_same_however_long(administrator, django_assert_num_queries):
    for narrowing in ({"text": "Sées"}, {"departement": "61"}):
        with django_assert_num_queries(5):
            ask(LIST, administrator, narrowing)


def test_the_form_shows_what_stands(administrator):
    page = ask(SEES, administrator).content.decode()
    assert "Sées (61500)" in page
    assert "Commissariat de Flers" in page
    assert "Parquet" not in page
    assert 'value="gendarmerie-orne"' in page


@time_machine.travel("2026-11-24T09:00:00Z", tick=False)
def test_an_answer_is_kept_and_recorded(administrator):
    assert ask(SEES, administrator, filled(), post=True).status_code == 302
    kept = Competence.objects.get(commune_id="61464", kind="force")
    assert (kept.jurisdiction_id, kept.confidence, kept.source) == ("police-alencon", "verified", "Arrêté préfectoral")
    assert kept.edited_at is not None
    assert Line.objects.get().action == Action.COMPETENCE_CHANGED
    assert "19 réponses sont à confirmer" in ask(LIST, administrator).content.decode()


@time_machine.travel("2026-11-24T09:00:00Z", tick=False)
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"checked_on": "2026-11-25"}, "Cette date est à venir"),
        ({"source": " "}, "obligatoire"),
        ({"jurisdiction": "parquet-alencon"}, "Sélectionnez un choix valide"),
        ({"confidence": "surely"}, "Sélectionnez un choix valide"),
    ],
)
def test_a_wrong_answer_comes_back_with_what_is_wrong(administrator, changed, said):
    answer = ask(SEES, administrator, filled(**changed), post=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "error-summary" in page
    assert said in page
    assert not Line.objects.exists()


@pytest.mark.parametrize("where", [("00000", "force"), ("61001", "nonsense")])
def test_an_unknown_commune_or_kind_is_not_found(administrator, where):
    with pytest.raises(Http404):
        ask(reverse("administration:competence", args=where), administrator)
