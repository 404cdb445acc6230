"""In whose name a request acts."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from maillon.accounts.enums import Role
from maillon.accounts.middleware import ActingMembership
from maillon.accounts.models import Member
from maillon.accounts.sessions import MEMBERSHIP, SessionStore
from maillon.base import clock
from maillon.directory.enums import OrganisationKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(rf):
    def see(client, **changes):
        request = rf.get("/")
        request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
        request.session = SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
        for key, value in changes.items():
            request.session[key] = value
        request.user = AnonymousUser()
        ActingMembership(lambda _request: HttpResponse())(request)
        return request

    return see


@pytest.fixture
def recipient(member_of):
    return member_of(OrganisationKind.POLICE, Role.RECIPIENT)


def test_nobody_without_a_session(client, seen):
    request = seen(client)
    assert (request.membership, request.keyring) == (None, None)


def test_an_ended_membership_acts_no_more(recipient, signed_in_client, seen):
    client = signed_in_client(recipient)
    recipient.ended_at = clock.now()
    recipient.save()
    request = seen(client)
    assert (request.membership, request.keyring) == (None, None)


def test_an_inactive_member_acts_no_more(recipient, signed_in_client, seen):
    client = signed_in_client(recipient)
    Member.objects.update(is_active=False)
    assert seen(client).membership is None


def test_nobody_acts_under_somebody_elses_membership(recipient, member_of, signed_in_client, seen):
    stranger = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    request = seen(signed_in_client(recipient), **{MEMBERSHIP: str(stranger.pk)})
    assert (request.membership, request.keyring) == (None, None)


def test_a_keyring_of_somebody_else_is_not_handed_on(recipient, member_of, signed_in_client, seen):
    client, other = signed_in_client(recipient), signed_in_client(member_of(recipient.organisation, Role.LEAD))
    theirs = SessionStore(other.cookies[settings.SESSION_COOKIE_NAME].value)["keyring"]
    client.cookies[settings.KEY_COOKIE_NAME] = other.cookies[settings.KEY_COOKIE_NAME].value
    request = seen(client, keyring=theirs)
    assert request.membership == recipient
    assert request.keyring is None


@pytest.mark.guardrail("G6")
def test_an_administrator_has_no_keyring_even_with_one_in_her_session(member_of, signed_in_client, seen):
    lead = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    client = signed_in_client(lead)
    assert seen(client).keyring is not None
    lead.role = Role.ADMINISTRATOR
    lead.save()
    assert seen(client).keyring is None
