"""In whose name a request acts, and with which key."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

from maillon.accounts import selectors, unlocked
from maillon.accounts.models import Membership
from maillon.accounts.sessions import MEMBERSHIP, SessionStore
from maillon.vault.keyrings import Keyring


class ActingMembership:
    """Sets `request.membership` and `request.keyring`, each None unless signed in.

    The keyring stays None for an administrator, who can open nothing whatever else she is elsewhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        membership = _acting(request)
        request.membership = membership  # type: ignore[attr-defined]
        request.keyring = _keyring(request, membership)  # type: ignore[attr-defined]
        if membership is not None:
            # The row has come with the membership: no second query for the same person.
            request.user = membership.member
        response = self.get_response(request)
        if settings.KEY_COOKIE_NAME in request.COOKIES and request.session.is_empty():
            unlocked.take_cookie_back(response)
        return response


def _acting(request: HttpRequest) -> Membership | None:
    session = request.session
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or session.is_empty():
        return None
    membership = selectors.acting_membership(session.get(SESSION_KEY), session.get(MEMBERSHIP))
    if isinstance(session, SessionStore):
        session.touch()
    return membership


def _keyring(request: HttpRequest, membership: Membership | None) -> Keyring | None:
    if membership is None or not membership.role_enum.reports:
        return None
    keyring = unlocked.read(request)
    return keyring if keyring is not None and keyring.member_id == membership.member_id else None
