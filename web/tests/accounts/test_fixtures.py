"""The fixtures that everybody's tests stand on."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from maillon.accounts.enums import Role
from maillon.accounts.middleware import ActingMembership
from maillon.accounts.sessions import SessionStore
from maillon.directory.enums import OrganisationKind
from maillon.vault import selectors as vault


def _seen_by_views(client, settings):
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    request.session = SessionStore(request.COOKIES[settings.SESSION_COOKIE_NAME])
    request.user = AnonymousUser()
    ActingMembership(lambda _request: HttpResponse())(request)
    return request


def test_a_lead_acts_with_her_unlocked_key(member_of, signed_in_client, keyring_of, settings):
    lead = member_of(OrganisationKind.COUNCIL, Role.LEAD)
    request = _seen_by_views(signed_in_client(lead), settings)
    assert request.membership == lead
    assert request.user == lead.member
    assert request.keyring == keyring_of(lead)


def test_every_reader_of_one_organisation_holds_its_key(member_of):
    lead = member_of(OrganisationKind.POLICE, Role.LEAD)
    recipient = member_of(lead.organisation, Role.RECIPIENT)
    reporter = member_of(lead.organisation, Role.REPORTER)
    assert vault.holders(lead.organisation_id) == {lead.member_id, recipient.member_id}
    assert reporter.member_id not in vault.holders(lead.organisation_id)


def test_an_administrator_acts_without_any_key(member_of, signed_in_client, settings):
    administrator = member_of(OrganisationKind.PREFECTURE, Role.ADMINISTRATOR)
    request = _seen_by_views(signed_in_client(administrator), settings)
    assert request.membership == administrator
    assert request.keyring is None
