"""An unlocked key between two requests: sealed in the session, under a key that only the browser has.

Neither the database nor the cookie opens it alone. The cookie is HttpOnly, and gone when the browser closes.
"""

from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from maillon.accounts.sessions import SEALED_KEYRING
from maillon.vault.crypto import CannotOpen, Context, open_content, seal_content
from maillon.vault.keyrings import Keyring

_KIND = "session-keyring"


def keep(session: SessionBase, keyring: Keyring) -> str:
    """Seals the keyring into the session and returns the cookie's value, which is kept nowhere else."""
    envelope, key = seal_content(keyring.to_bytes(), Context(_KIND, keyring.member_id))
    session[SEALED_KEYRING] = [str(keyring.member_id), b64encode(envelope).decode()]
    return urlsafe_b64encode(key).decode()


def give_cookie(response: HttpResponse, value: str) -> None:
    """Hands the browser its half."""
    response.set_cookie(
        settings.KEY_COOKIE_NAME,
        value,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def take_cookie_back(response: HttpResponse) -> None:
    """Makes the browser forget its half."""
    # `__Host-` cookies are only deleted by an answer that is itself Secure.
    response.set_cookie(
        settings.KEY_COOKIE_NAME,
        "",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(session: SessionBase) -> None:
    """Destroys the session's half: from here on the cookie opens nothing."""
    session.pop(SEALED_KEYRING, None)


def read(request: HttpRequest) -> Keyring | None:
    """The unlocked keyring, or None when either half is missing or they do not fit."""
    sealed, cookie = request.session.get(SEALED_KEYRING), request.COOKIES.get(settings.KEY_COOKIE_NAME)
    if not sealed or not cookie:
        return None
    return _opened(sealed, cookie)


def _opened(sealed: list[str], cookie: str) -> Keyring | None:
    member, envelope = sealed
    try:
        key = urlsafe_b64decode(cookie)
        return Keyring.from_bytes(open_content(b64decode(envelope), key, Context(_KIND, UUID(member))))
    except (CannotOpen, ValueError):
        return None
