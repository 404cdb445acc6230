"""Too many wrong passphrases, as seen on screen."""

import pytest
import time_machine
from django.urls import reverse

from maillon.directory.enums import OrganisationKind
from tests.accounts.factories import PASSPHRASE, MemberFactory

pytestmark = pytest.mark.django_db
SIGN_IN = reverse("pro:sign_in")


def attempt(client, email, passphrase="huit girafes mangent", address="192.0.2.1"):
    return client.post(SIGN_IN, {"username": email, "passphrase": passphrase}, REMOTE_ADDR=address)


def test_a_wrong_passphrase_and_an_unknown_address_get_the_same_page(client, member_of):
    member = member_of(OrganisationKind.HEALTH).member
    pages = []
    for email in (member.email, "personne@exemple.invalid"):
        answer = attempt(client, email)
        page = answer.content.decode()
        assert "L’adresse ou la phrase de passe n’est pas la bonne." in page
        assert f'value="{email}"' in page
        assert "huit girafes" not in page
        pages.append((answer.status_code, page.replace(email, "")))
    tokens = [page.split('name="csrfmiddlewaretoken" value="') for _status, page in pages]
    bare = [start + "".join(part.split('"', 1)[1] for part in rest) for start, *rest in tokens]
    assert bare[0] == bare[1]
    assert pages[0][0] == pages[1][0]


def test_the_lockout_says_how_long_to_wait(client, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = attempt(client, "personne@exemple.invalid")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    page = answer.content.decode()
    assert "Attendez 15 minutes sans réessayer" in page
    assert "personne@exemple.invalid" not in page


def test_thirty_people_behind_one_address_sign_in_while_one_is_locked_out(client, settings):
    clumsy, *others = MemberFactory.create_batch(30)
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        locked = attempt(client, clumsy.email)
    assert locked.status_code == 429
    for other in others:
        assert attempt(client, other.email).status_code == 200
        assert attempt(client, other.email, PASSPHRASE).headers["Location"] == reverse("pro:second_factor")


def test_the_lockout_ends_by_itself(client, settings):
    member = MemberFactory()
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as time:
        for _ in range(settings.AXES_FAILURE_LIMIT):
            attempt(client, member.email)
        assert attempt(client, member.email, PASSPHRASE).status_code == 429
        time.move_to("2026-11-23T09:15:01Z")
        assert attempt(client, member.email, PASSPHRASE).status_code == 302
