"""A session that runs out between two screens: what was typed comes back, and the server keeps none of it."""

import secrets

import pytest
from django.conf import settings
from django.test import Client

from maillon.accounts.models import Session
from maillon.portals.pro.report.forms.words import NARRATIVE_LIMIT
from maillon.reports.models import Draft
from tests.portals.pro.report.journey import Walker, path_form
from tests.reports.factories import make_draft, make_person, minor_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def cut_off(walker, orne):
    """A browser that sent an account just after its session had ended; with its draft."""
    draft = make_draft(orne.firefighter, minor_content(orne.commune, answered=("danger",)))
    address = f"/signaler/{draft.id}/recit/"
    walk = walker(orne.firefighter)
    form = path_form(walk.get(address), address)
    Session.objects.all().delete()
    response = walk.client.post(address, {**dict(form.values), "narrative": "Des cris & des pas"})
    return walk.client, draft, address, response


def carry_on(client: Client, signed_in: Client) -> None:
    """The same browser, signed in again."""
    for name in (settings.SESSION_COOKIE_NAME, settings.KEY_COOKIE_NAME):
        client.cookies[name] = signed_in.cookies[name].value


def test_it_leads_to_the_sign_in_and_back_to_the_same_question(cut_off):
    _client, _draft, address, response = cut_off
    assert response.status_code == 302
    assert response["Location"].endswith(f"next={address.replace('/', '%2F')}")


def test_what_was_typed_is_shown_again_and_saved_by_one_tap(cut_off, signed_in_client, orne):
    client, draft, address, _response = cut_off
    carry_on(client, signed_in_client(orne.firefighter.membership))
    walk = Walker(client)
    back = walk.get(address)
    assert "Des cris &amp; des pas" in back.content.decode()
    assert "session avait expiré" in back.content.decode()
    assert Draft.objects.get().version == draft.version
    walk.answer("recit")
    assert client.cookies["__Host-typed"].value == ""
    assert "Des cris &amp; des pas" in walk.get(address).content.decode()
    assert "session avait expiré" not in walk.get(address).content.decode()


@pytest.mark.guardrail("G6")
def test_the_cookie_can_be_read_by_nobody_and_the_server_keeps_nothing(cut_off):
    _client, draft, _address, response = cut_off
    (name,) = [name for name in response.cookies if name.endswith("typed")]
    cookie = response.cookies[name]
    assert "cris" not in cookie.value
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert Draft.objects.get().version == draft.version
    assert not Session.objects.exists()


def test_it_is_shown_on_no_other_screen_draft_or_to_nobody_else(cut_off, signed_in_client, orne):
    client, _draft, address, _response = cut_off
    carry_on(client, signed_in_client(orne.firefighter.membership))
    assert "cris" not in client.get(address.replace("recit", "identite")).content.decode()
    other = make_draft(orne.firefighter, minor_content(orne.commune))
    assert "cris" not in client.get(f"/signaler/{other.id}/recit/").content.decode()
    colleague = make_person(orne.firefighter.membership.organisation)
    carry_on(client, signed_in_client(colleague.membership))
    assert client.get(address).status_code == 404


def test_a_changed_or_foreign_cookie_is_passed_over(cut_off, signed_in_client, orne):
    client, _draft, address, response = cut_off
    (name,) = [name for name in response.cookies if name.endswith("typed")]
    carry_on(client, signed_in_client(orne.firefighter.membership))
    for value in ("", "x", response.cookies[name].value[:-4] + "AAAA", "é"):
        client.cookies[name] = value
        assert "cris" not in client.get(address).content.decode()


def test_what_no_cookie_can_carry_is_given_up(orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    address = f"/signaler/{draft.id}/recit/"
    client = Client()
    response = client.post(address, {"narrative": secrets.token_urlsafe(6000)})
    assert response.status_code == 302
    assert not [name for name in response.cookies if name.endswith("typed")]


def test_the_longest_account_fits(orne):
    draft = make_draft(orne.firefighter, minor_content(orne.commune))
    letters = "abcdefghijklmnopqrstuvwxyzéèàçù '.,0123456789"
    longest = "".join(secrets.choice(letters) for _ in range(NARRATIVE_LIMIT))
    response = Client().post(f"/signaler/{draft.id}/recit/", {"narrative": longest, "warned": "True"})
    assert [name for name in response.cookies if name.endswith("typed")]
