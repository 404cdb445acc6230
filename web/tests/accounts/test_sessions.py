"""The session store: what it keeps, for how long, and that a copy of it opens nothing."""

from base64 import b64encode, urlsafe_b64decode
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client
from django.urls import reverse

from maillon.accounts import unlocked
from maillon.accounts.enums import Role
from maillon.accounts.models import Session
from maillon.accounts.services import revoke_sessions
from maillon.accounts.sessions import PENDING_MEMBER, SessionStore, digest_of
from maillon.base import clock
from maillon.directory.enums import OrganisationKind
from maillon.vault.crypto import CannotOpen, Context, open_content

pytestmark = pytest.mark.django_db
PROFILE = reverse("pro:profile")


@pytest.fixture
def lead(member_of):
    return member_of(OrganisationKind.COUNCIL, Role.LEAD)


def is_in(client):
    return client.get(PROFILE).status_code == 200


def test_data_survives_and_a_wrong_key_finds_nothing():
    store = SessionStore()
    store["next"] = "/signaler/"
    store.save()
    assert SessionStore(store.session_key)["next"] == "/signaler/"
    assert SessionStore("z" * 32).get("next") is None
    assert store.exists(store.session_key)
    assert not store.exists("z" * 32)


def test_a_changed_row_is_read_as_empty():
    store = SessionStore()
    store["next"] = "/signaler/"
    store.save()
    Session.objects.update(data=bytes(Session.objects.get().data)[:-2] + b"xx")
    assert SessionStore(store.session_key).get("next") is None


@pytest.mark.guardrail("G6")
def test_a_copy_of_the_table_opens_nothing(lead, signed_in_client, keyring_of):
    client = signed_in_client(lead)
    row = Session.objects.get()
    cookie, key = client.cookies[settings.SESSION_COOKIE_NAME].value, client.cookies[settings.KEY_COOKIE_NAME].value
    everything = b"".join([bytes(row.key_digest), bytes(row.data), row.browser.encode()])
    data = repr(dict(SessionStore(cookie).items())).encode()
    private = keyring_of(lead).private_key
    for secret in (cookie.encode(), key.encode(), urlsafe_b64decode(key), private, b64encode(private)[:-3]):
        assert secret not in everything
        assert secret not in data
    for guess in (bytes(row.key_digest).hex(), bytes(row.key_digest).hex()[:32]):
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = guess
        assert not is_in(thief)


@pytest.mark.guardrail("G6")
def test_neither_half_of_the_key_opens_without_the_other(lead, signed_in_client):
    client = signed_in_client(lead)
    envelope = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)["keyring"][1].encode()
    with pytest.raises(CannotOpen):
        open_content(envelope, bytes(32), Context("session-keyring", lead.member_id))
    other = signed_in_client(lead)
    client.cookies[settings.KEY_COOKIE_NAME] = other.cookies[settings.KEY_COOKIE_NAME].value
    assert not is_in(client)


@pytest.mark.parametrize("value", ["", "not base64 !", "AAAA", "é"])
def test_a_spoilt_key_cookie_locks_and_breaks_nothing(lead, signed_in_client, value):
    client = signed_in_client(lead)
    client.cookies[settings.KEY_COOKIE_NAME] = value
    assert client.get(PROFILE).status_code == 302


def test_thirty_idle_minutes_end_a_session_and_use_keeps_it_alive(lead, signed_in_client):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as time:
        client = signed_in_client(lead)
        for _ in range(4):
            time.shift(timedelta(minutes=29))
            assert is_in(client)
        time.shift(timedelta(minutes=30))
        assert not is_in(client)


def test_use_is_written_down_once_a_minute_at_most(lead, signed_in_client):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as time:
        client = signed_in_client(lead)
        first = Session.objects.get().expires_at
        time.shift(timedelta(seconds=59))
        assert is_in(client)
        assert Session.objects.get().expires_at == first
        time.shift(timedelta(seconds=1))
        assert is_in(client)
        assert Session.objects.get().expires_at == first + timedelta(minutes=1)


def test_deleting_the_rows_signs_out_at_once_everywhere(lead, signed_in_client, member_of):
    here, there, somebody_else = (
        signed_in_client(lead),
        signed_in_client(lead),
        signed_in_client(member_of(lead.organisation)),
    )
    assert revoke_sessions(lead.member) == 2
    assert not is_in(here)
    assert not is_in(there)
    assert is_in(somebody_else)


def test_the_browser_of_an_ended_session_forgets_its_half_of_the_key(lead, signed_in_client):
    client = signed_in_client(lead)
    revoke_sessions(lead.member)
    assert client.get(PROFILE).cookies[settings.KEY_COOKIE_NAME]["max-age"] == 0


def test_a_half_signed_in_session_is_the_members_too(lead):
    store = SessionStore()
    store[PENDING_MEMBER] = str(lead.member_id)
    store.save()
    assert revoke_sessions(lead.member) == 1


def test_a_session_ended_meanwhile_does_not_come_back_to_life(lead):
    store = SessionStore()
    store[SESSION_KEY] = str(lead.member_id)
    store.save()
    revoke_sessions(lead.member)
    store["next"] = "/"
    with pytest.raises(UpdateError):
        store.save()
    assert not Session.objects.exists()


def test_a_new_key_keeps_the_data_and_ends_the_old_row():
    store = SessionStore()
    store["next"] = "/signaler/"
    store.save()
    old = store.session_key
    store.cycle_key()
    assert SessionStore(store.session_key)["next"] == "/signaler/"
    assert list(Session.objects.values_list("pk", flat=True)) == [digest_of(store.session_key)]
    assert SessionStore(old).get("next") is None


def test_flushing_leaves_no_row():
    store = SessionStore()
    store.save()
    store.flush()
    assert not Session.objects.exists()


def test_ended_sessions_are_cleared_and_running_ones_stay():
    kept, ended = SessionStore(), SessionStore()
    kept.save()
    ended.save()
    Session.objects.filter(pk=digest_of(ended.session_key)).update(expires_at=clock.now())
    SessionStore.clear_expired()
    assert list(Session.objects.values_list("pk", flat=True)) == [digest_of(kept.session_key)]


def test_the_keyring_goes_and_comes_back_whole(lead, keyring_of, rf):
    keyring = keyring_of(lead)
    request = rf.get("/")
    request.session = SessionStore()
    request.COOKIES[settings.KEY_COOKIE_NAME] = unlocked.keep(request.session, keyring)
    assert unlocked.read(request) == keyring
    unlocked.forget(request.session)
    assert unlocked.read(request) is None


def test_a_visitor_without_a_cookie_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(PROFILE)


def test_acting_costs_two_queries_a_request(lead, signed_in_client, django_assert_num_queries):
    client = signed_in_client(lead)
    with django_assert_num_queries(2):
        client.get(reverse("pro:sign_in"))
