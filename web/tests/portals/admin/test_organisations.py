"""Adding, changing and ending organisations on screen."""

import pytest
from django.http import Http404
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.directory.models import Organisation
from maillon.journal.models import Line
from tests.directory.factories import OrganisationFactory
from tests.portals.asking import ask, membership
from tests.territories.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db
LIST = reverse("administration:organisations")
NEW = reverse("administration:organisation_new")


@pytest.fixture
def administrator():
    return membership(Role.ADMINISTRATOR, other=True, name="Instance")


def filled(**changed):
    return {
        "name": "Maison inventée",
        "kind": "association",
        "departement": "61",
        "jurisdiction": "",
        "secrecy": "bound",
        "justice_approved_until": "",
        "psp_approved_from": "2026-02-01",
        "notice_email": "",
        **changed,
    }


def at(organisation):
    return reverse("administration:organisation", args=[organisation.pk])


def test_the_list_shows_each_and_narrows(administrator):
    OrganisationFactory(name="Maison du Perche")
    JurisdictionFactory()
    OrganisationFactory(health=True, name="Hôpital fictif", is_active=False)
    page = ask(LIST, administrator).content.decode()
    assert "Maison du Perche" in page
    assert "ne participe plus" in page
    narrowed = ask(LIST, administrator, {"kind": "health", "departement": "61"}).content.decode()
    assert "Hôpital fictif" in narrowed
    assert "Maison du Perche" not in narrowed
    assert "Aucune organisation" in ask(LIST, administrator, {"text": "zzz"}).content.decode()
    assert ask(LIST, administrator, {"kind": "nonsense", "page": "x"}).status_code == 200


def test_the_list_costs_the_same_however_long(administrator, django_assert_num_queries):
    JurisdictionFactory()
    for count in (2, 12):
        OrganisationFactory.create_batch(count)
        with django_assert_num_queries(4):
            ask(LIST, administrator)


def test_an_organisation_is_added(administrator):
    answer = ask(NEW, administrator, filled(), post=True)
    assert (answer.status_code, answer.url) == (302, LIST)
    made = Organisation.objects.get(name="Maison inventée")
    assert made.psp_approved_until.isoformat() == "2029-02-01"
    assert Line.objects.get().member_id == administrator.member_id


def test_a_wrong_form_comes_back_as_it_was_typed(administrator):
    page = ask(NEW, administrator, filled(name="", notice_email="pas une adresse"), post=True).content.decode()
    assert "error-summary" in page
    assert 'href="#id_name"' in page
    assert "pas une adresse" in page
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": "Instance"}, "Une organisation porte déjà ce nom."),
        ({"kind": "health"}, "Seule une association peut être agréée."),
        ({"kind": "police", "psp_approved_from": "", "jurisdiction": "parquet-alencon"}, "Ce ressort ne correspond"),
    ],
)
def test_a_refusal_is_said_on_the_form(administrator, changed, said):
    JurisdictionFactory()
    answer = ask(NEW, administrator, filled(**changed), post=True)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert Organisation.objects.count() == 1


def test_an_organisation_is_shown_and_changed(administrator):
    police = OrganisationFactory(police=True, name="Commissariat fictif")
    page = ask(at(police), administrator).content.decode()
    assert 'value="Commissariat fictif"' in page
    assert '<option value="police-alencon" selected>' in page
    told = filled(name="Police fictive", kind="police", jurisdiction="police-alencon", psp_approved_from="")
    assert ask(at(police), administrator, told, post=True).status_code == 302
    police.refresh_from_db()
    assert (police.name, police.jurisdiction_id) == ("Police fictive", "police-alencon")


def test_participation_ends_and_resumes(administrator):
    organisation = OrganisationFactory()
    address = reverse("administration:organisation_participation", args=[organisation.pk])
    for act, active in (("end", False), ("nonsense", False), ("resume", True)):
        assert ask(address, administrator, {"act": act}, post=True).status_code == 302
        organisation.refresh_from_db()
        assert organisation.is_active is active
        assert ("ne participe plus" in ask(at(organisation), administrator).content.decode()) is not active


def test_an_unknown_organisation_is_not_found(administrator):
    with pytest.raises(Http404):
        ask(reverse("administration:organisation", args=[new_id()]), administrator)
