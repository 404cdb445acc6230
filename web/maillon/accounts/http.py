"""Requests of members, and who may come in. Finer rights are asked of each object's `rights`."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.vault.keyrings import Keyring

P = ParamSpec("P")


class MemberRequest(HttpRequest):
    """A request as ActingMembership leaves it, behind one of the decorators below.

    Under `administers` there is no keyring: an administrator's is never unlocked.
    """

    user: Member
    membership: Membership
    keyring: Keyring


MemberView = Callable[Concatenate[MemberRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def signed_in(view: MemberView[P]) -> View[P]:
    """Anybody who is signed in, with her key unlocked if her role has one; others go to the sign-in page."""
    return _guarded(view, "signed_in", lambda _role: True)


def may_report(view: MemberView[P]) -> View[P]:
    """Reporters, recipients and leads."""
    return _guarded(view, "may_report", lambda role: role.reports)


def reads(view: MemberView[P]) -> View[P]:
    """Recipients and leads."""
    return _guarded(view, "reads", lambda role: role.reads)


def leads(view: MemberView[P]) -> View[P]:
    """Leads."""
    return _guarded(view, "leads", lambda role: role == Role.LEAD)


def administers(view: MemberView[P]) -> View[P]:
    """Administrators of the instance, who can open nothing."""
    return _guarded(view, "administers", lambda role: role == Role.ADMINISTRATOR)


def _guarded(view: MemberView[P], name: str, admits: Callable[[Role], bool]) -> View[P]:
    @wraps(view)
    def wrapper(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        membership: Membership | None = getattr(request, "membership", None)
        if membership is None:
            return to_sign_in(request)
        if not admits(membership.role_enum):
            raise PermissionDenied
        if membership.role_enum.reports and getattr(request, "keyring", None) is None:
            return to_sign_in(request)
        return view(cast("MemberRequest", request), *args, **kwargs)

    # Read by the test that wants a row of the rights matrix for every route.
    cast("Any", wrapper).admits = name
    return cast("View[P]", wrapper)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sends to the sign-in page, and back to this path afterwards. What stood behind a question mark is dropped."""
    address = f"{resolve_url('pro:sign_in')}?{urlencode({'next': request.path})}"
    if request.headers.get("HX-Request"):
        # A redirect would put the sign-in page inside a fragment of this one.
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def set_language_cookie(response: HttpResponse, language: str) -> None:
    """Makes the next pages speak `language`."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,  # type: ignore[arg-type]
    )
