"""A device in contact: whether it may go on, what it gets, what it hands over. What it keeps is never asked of it."""

from base64 import b64decode, b64encode
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from maillon.accounts import services
from maillon.accounts.enums import Role
from maillon.accounts.models import Device, Session
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.reports.models import Draft
from maillon.vault import intake
from maillon.vault.selectors import current_keys
from tests.portals.pro.offline.parcels import CANARY, parcel_for

pytestmark = pytest.mark.django_db
STATE, INSTALL, SEND = reverse("pro:offline_state"), reverse("pro:offline_install"), reverse("pro:offline_send")


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.HEALTH, Role.LEAD)


@pytest.fixture
def reporter(lead, member_of):
    return member_of(lead.organisation, Role.REPORTER)


@pytest.fixture
def inside(reporter, signed_in_client):
    return signed_in_client(reporter)


@pytest.fixture
def device(inside):
    """The same browser, installed."""
    assert inside.post(INSTALL).status_code == 200
    return inside


def sealed(author, place):
    return {"id": str(place), "parcel": b64encode(parcel_for(author, place)).decode()}


def test_a_stranger_is_told_that_nobody_is_signed_in(client):
    answer = client.get(STATE)
    assert answer.json() == {"signed_in": False, "device": "unknown"}
    assert answer["Cache-Control"] == "no-store, private"
    assert settings.DEVICE_COOKIE_NAME not in answer.cookies


def test_installing_gives_public_halves_and_what_the_law_sees(inside, reporter):
    given = inside.post(INSTALL).json()
    assert b64decode(given["intake"]) == intake.public_half(settings.INTAKE_KEYS[0])
    assert b64decode(given["member"]) == bytes(
        current_keys(members=[reporter.member_id])[reporter.member_id].public_key
    )
    assert given["trade"] == "health"
    assert "health_professional" in given["statuses"]
    assert set(given) == {"intake", "member", "trade", "statuses"}


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(inside):
    cookie = inside.post(INSTALL).cookies[settings.DEVICE_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert bool(cookie["secure"]) is settings.SESSION_COOKIE_SECURE


def test_installing_twice_is_one_device(device):
    device.post(INSTALL)
    assert Device.objects.count() == 1


def test_an_installed_device_may_go_on_and_send(device):
    known = device.get(STATE).json()
    assert (known["signed_in"], known["device"]) == (True, "mine")
    assert len(known["csrf"]) == 64


def test_a_session_that_ran_out_empties_nothing(device):
    Session.objects.all().delete()
    answer = device.get(STATE)
    assert answer.status_code == 200
    assert answer.json() == {"signed_in": False, "device": "mine"}
    assert "Clear-Site-Data" not in answer


@pytest.mark.parametrize("how", ["she left", "signed out everywhere", "second factor reset", "emptied by herself"])
def test_a_device_that_is_over_is_told_to_empty_itself(device, lead, reporter, signed_in_client, how):
    elsewhere, now = signed_in_client(reporter), clock.now()
    ways = {
        "she left": lambda: services.end_membership(membership=reporter, by=lead, at=now),
        "signed out everywhere": lambda: elsewhere.post(reverse("pro:sign_out_everywhere")),
        "second factor reset": lambda: services.reset_second_factor(membership=reporter, by=lead, at=now),
        "emptied by herself": lambda: elsewhere.post(reverse("pro:end_device", args=[Device.objects.get().pk])),
    }
    ways[how]()
    answer = device.get(STATE)
    assert answer.status_code == 410
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert device.get(STATE).status_code == 410


def test_signing_out_everywhere_from_the_device_itself_spares_it(device):
    device.post(reverse("pro:sign_out_everywhere"))
    assert device.get(STATE).json()["device"] == "mine"


def test_a_device_that_is_over_can_be_installed_anew(device, reporter):
    services.end_devices(member=reporter.member, at=clock.now())
    device.post(INSTALL)
    assert device.get(STATE).json()["device"] == "mine"


def test_another_member_at_the_same_device_is_seen_as_such(device, lead, signed_in_client):
    other = signed_in_client(lead)
    other.cookies[settings.DEVICE_COOKIE_NAME] = device.cookies[settings.DEVICE_COOKIE_NAME].value
    assert other.get(STATE).json()["device"] == "other"


def test_the_profile_lists_the_devices(device):
    page = device.get(reverse("pro:profile")).content.decode()
    assert reverse("pro:end_device", args=[Device.objects.get().pk]) in page


def test_what_is_sent_becomes_a_draft_and_the_answer_leads_to_it(device, reporter):
    place = uuid4()
    answer = device.post(SEND, sealed(reporter, place))
    assert answer.json() == {"standing": "kept", "address": f"/signaler/{place}/", "beside": None}
    assert Draft.objects.get().pk == place
    assert CANARY not in answer.content.decode()
    assert device.get(answer.json()["address"])["Location"] == f"/signaler/{place}/commune/"


def test_sent_twice_it_is_answered_the_same(device, reporter):
    body = sealed(reporter, uuid4())
    assert device.post(SEND, body).json() == device.post(SEND, body).json()
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"id": "x", "parcel": "TUxP"},
        {"id": str(uuid4()), "parcel": "not base64!"},
        {"id": str(uuid4()), "parcel": ""},
    ],
)
def test_what_is_no_parcel_is_refused(device, body):
    assert device.post(SEND, body).status_code == 422


def test_what_is_too_large_is_refused_before_it_is_opened(device):
    assert device.post(SEND, {"id": str(uuid4()), "parcel": "A" * (256 * 1024 + 4)}).status_code == 422


def test_what_somebody_else_wrote_on_this_device_stays_there(device, lead):
    answer = device.post(SEND, sealed(lead, uuid4()))
    assert answer.status_code == 422
    assert "ne s’ouvre pas avec ce compte" in answer.json()["refused"]
    assert not Draft.objects.exists()


def test_nothing_is_taken_without_the_forms_token(reporter, signed_in_client):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in_client(reporter).cookies
    body = sealed(reporter, uuid4())
    assert strict.post(SEND, body).status_code == 403
    token = strict.get(STATE).json()["csrf"]
    assert strict.post(SEND, {**body, "csrfmiddlewaretoken": token}).status_code == 200
