"""How far somebody has come with signing in: passphrase, second factor, organisation."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from maillon.accounts import selectors, unlocked
from maillon.accounts.enums import Role
from maillon.accounts.http import set_language_cookie
from maillon.accounts.models import Member, Membership
from maillon.accounts.rules import browser_name
from maillon.accounts.services import arrive
from maillon.accounts.sessions import BROWSER, MEMBERSHIP, NEXT, PENDING_MEMBER, SECOND_FACTOR
from maillon.base import clock
from maillon.vault.keyrings import Keyring

P = ParamSpec("P")
PendingView = Callable[Concatenate[HttpRequest, Member, P], HttpResponse]

_BACKEND = "maillon.accounts.backends.VaultBackend"


def passphrase_was_right(request: HttpRequest, member: Member, *, next_path: str = "") -> HttpResponse:
    """Sends on to the second factor, with the key sealed in a fresh session."""
    key = begin(request, member, next_path=next_path)
    response = redirect("pro:second_factor")
    unlocked.give_cookie(response, key)
    return response


def begin(request: HttpRequest, member: Member, *, next_path: str = "") -> str:
    """Starts a fresh session that only waits for the second factor; returns the value for the browser's key cookie."""
    assert member.keyring is not None
    session = request.session
    session.flush()
    session[PENDING_MEMBER] = str(member.pk)
    session[BROWSER] = browser_name(request.headers.get("User-Agent", ""))
    session[NEXT] = next_path if _is_path_of_ours(next_path) else ""
    return unlocked.keep(session, member.keyring)


def half_signed_in(view: PendingView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For the pages between passphrase and second factor; everybody else goes to the sign-in page."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        member = pending_member(request)
        return redirect("pro:sign_in") if member is None else view(request, member, *args, **kwargs)

    return wrapper  # type: ignore[return-value]


def pending_member(request: HttpRequest) -> Member | None:
    """Whose passphrase was right, while her second factor is still to come."""
    key = request.session.get(PENDING_MEMBER)
    return Member.objects.filter(pk=key, is_active=True).first() if key else None


def second_factor_was_right(request: HttpRequest, member: Member, factor: str) -> None:
    """Signs the member in under a new session key. `factor` is `totp`, `recovery_code` or `demo`."""
    del request.session[PENDING_MEMBER]
    request.session[SECOND_FACTOR] = factor
    login(request, member, backend=_BACKEND)


def enter(request: HttpRequest, member: Member) -> HttpResponse:
    """Goes on to the only organisation there is, or to the choice between several."""
    memberships = selectors.current_memberships(member)
    if len(memberships) == 1:
        return act_for(request, memberships[0], unlocked.read(request))
    return redirect("pro:choose_membership")


def act_for(request: HttpRequest, membership: Membership, keyring: Keyring | None) -> HttpResponse:
    """Acts in the name of one organisation from here on, and goes where the member wanted to."""
    session = request.session
    session[MEMBERSHIP] = str(membership.pk)
    response = redirect(session.pop(NEXT, "") or "pro:home")
    if membership.role == Role.ADMINISTRATOR:
        # An administrator opens nothing: her key does not stay in the session.
        unlocked.forget(session)
        unlocked.take_cookie_back(response)
        keyring = None
    arrive(membership=membership, keyring=keyring, second_factor=session.get(SECOND_FACTOR, ""), at=clock.now())
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) is None:
        set_language_cookie(response, membership.member.language)
    return response


def _is_path_of_ours(target: str) -> bool:
    return target.startswith("/") and "?" not in target and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
