"""The demonstration's buttons: each condition holds alone, and nothing real can be entered through them."""

import pytest
from django.conf import settings as live_settings
from django.urls import reverse

from maillon.accounts import services
from maillon.accounts.demo import DEMO_DOMAIN
from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Session
from maillon.base import clock
from maillon.base.models import Instance
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from tests.accounts.factories import make_membership, make_organisation

pytestmark = pytest.mark.django_db
PAGE, PROFILE = reverse("pro:demo_sign_in"), reverse("pro:profile")
HERE = {"HTTP_HOST": "127.0.0.1:8001", "REMOTE_ADDR": "127.0.0.1"}


@pytest.fixture
def demo(settings):
    settings.DEMO = True
    settings.ALLOWED_HOSTS = ["*"]
    Instance.objects.create(name="Démonstration", departement_code="61", is_demo=True)


@pytest.fixture
def firefighter(demo):
    return invented(Role.REPORTER, "sapeur")


def invented(role, name):
    return services.create_demo_member(
        email=f"{name}@{DEMO_DOMAIN}",
        name=name.title(),
        organisation=make_organisation(OrganisationKind.FIRE_RESCUE),
        role=role,
        at=clock.now(),
    )


def enter(client, membership, **where):
    return client.post(PAGE, {"membership": str(membership.pk)}, **{**HERE, **where})


def test_one_button_per_invented_person_signs_in(client, firefighter):
    page = client.get(PAGE, **HERE).content.decode()
    assert "Entrer comme Sapeur" in page
    assert enter(client, firefighter).headers["Location"] == reverse("pro:home")
    assert client.get(PROFILE).context["membership"] == firefighter
    assert Line.objects.get(action=Action.SIGNED_IN).details == {"second_factor": "demo"}


def test_the_sign_in_page_leads_there(client, firefighter):
    assert PAGE in client.get(reverse("pro:sign_in"), **HERE).content.decode()
    assert PAGE not in client.get(reverse("pro:sign_in"), HTTP_HOST="maillon.orne.invalid").content.decode()


def test_a_recipients_key_comes_along_and_an_administrators_does_not(client, demo):
    lead = invented(Role.LEAD, "chef")
    assert live_settings.KEY_COOKIE_NAME in enter(client, lead).cookies
    client.get(PROFILE)
    assert client.session.get("keyring")
    administrator = invented(Role.ADMINISTRATOR, "admin")
    answer = enter(client, administrator)
    assert answer.cookies[live_settings.KEY_COOKIE_NAME].value == ""
    assert client.session.get("keyring") is None


ELSEWHERE = [
    {"HTTP_HOST": "maillon.orne.invalid"},
    {"HTTP_HOST": "127.0.0.1.orne.invalid"},
    {"HTTP_HOST": "192.0.2.7:8001"},
    {"REMOTE_ADDR": "192.0.2.7"},
    {"REMOTE_ADDR": ""},
    {"REMOTE_ADDR": "unix:"},
    {"HTTP_X_FORWARDED_FOR": "192.0.2.7"},
    {"HTTP_FORWARDED": "for=192.0.2.7"},
    {"HTTP_X_REAL_IP": "127.0.0.1"},
]


@pytest.mark.guardrail("G12")
@pytest.mark.parametrize("where", ELSEWHERE)
def test_asked_from_elsewhere_there_is_no_such_page(client, firefighter, where):
    assert client.get(PAGE, **{**HERE, **where}).status_code == 404
    assert enter(client, firefighter, **where).status_code == 404
    assert not Session.objects.exists()


@pytest.mark.guardrail("G12")
def test_without_the_setting_there_is_no_such_page(client, firefighter, settings):
    settings.DEMO = False
    assert client.get(PAGE, **HERE).status_code == 404
    assert enter(client, firefighter).status_code == 404


@pytest.mark.guardrail("G12")
@pytest.mark.parametrize("mark", [False, None])
def test_on_a_database_that_is_not_marked_there_is_no_such_page(client, firefighter, mark):
    if mark is None:
        Instance.objects.all().delete()
    else:
        Instance.objects.update(is_demo=mark)
    assert client.get(PAGE, **HERE).status_code == 404
    assert enter(client, firefighter).status_code == 404


@pytest.mark.guardrail("G12")
def test_a_real_address_is_neither_listed_nor_entered(client, firefighter):
    real = make_membership(OrganisationKind.POLICE, Role.LEAD)
    assert real.member.name not in client.get(PAGE, **HERE).content.decode()
    assert enter(client, real).status_code == 404
    assert client.post(PAGE, {"membership": "x"}, **HERE).status_code == 404


@pytest.mark.parametrize("host", ["localhost:8001", "[::1]:8001", "127.0.0.1", "localhost"])
def test_every_name_of_the_machine_itself_will_do(client, firefighter, host):
    assert client.get(PAGE, **{**HERE, "HTTP_HOST": host}).status_code == 200
    assert client.get(PAGE, **{**HERE, "REMOTE_ADDR": "::1"}).status_code == 200


def test_an_invented_member_with_another_passphrase_is_no_way_in(client, firefighter):
    Member.objects.filter(pk=firefighter.member_id).update(is_active=False)
    assert enter(client, firefighter).status_code == 404


def test_nobody_is_there_yet(client, demo):
    assert "Aucun compte de démonstration" in client.get(PAGE, **HERE).content.decode()
