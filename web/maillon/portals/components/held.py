"""What was typed on a screen when the session had run out: the browser carries it through the sign-in.

It can't be saved, since nobody is signed in whose key could seal it. So it goes back to the browser in a cookie that
only this server can read, bound to the draft, for as long as a session lasts. The server itself keeps nothing.
"""

import hashlib
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from maillon.vault.crypto import CannotOpen, Context, open_content, seal_with

_KIND = "report.typed"
# Browsers drop cookies of more than 4096 bytes, name and attributes included.
_LARGEST = 3800
_OPENED_LARGEST = 64 * 1024
_LEFT_OUT = frozenset({"csrfmiddlewaretoken", "version"})

StepView = Callable[[HttpRequest, UUID, str], HttpResponse]


def holding_what_was_typed(view: StepView) -> StepView:
    """For a screen's view: when it turns an answer away because nobody is signed in, the answer is not lost."""

    @wraps(view)
    def wrapper(request: HttpRequest, draft_id: UUID, step: str) -> HttpResponse:
        signed_in = getattr(request, "keyring", None) is not None
        response = view(request, draft_id, step)
        if request.method == "POST" and not signed_in:
            _hand_over(response, request.POST, draft_id, step)
        return response

    return wrapper


def held(request: HttpRequest, draft_id: UUID, step: str) -> QueryDict | None:
    """What this browser carries for this screen of this draft."""
    cookie = request.COOKIES.get(_name())
    if not cookie:
        return None
    try:
        opened = open_content(urlsafe_b64decode(cookie), _key(), Context(_KIND, draft_id))
        for_step, typed = json.loads(zlib.decompressobj().decompress(opened, _OPENED_LARGEST))
    except (CannotOpen, ValueError, zlib.error):
        return None
    return QueryDict(typed) if for_step == step else None


def let_go(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Makes the browser forget what it carried, once it has been saved."""
    if _name() in request.COOKIES:
        _set(response, "", max_age=0)
    return response


def _hand_over(response: HttpResponse, typed: QueryDict, draft_id: UUID, step: str) -> None:
    kept = typed.copy()
    for name in _LEFT_OUT:
        kept.pop(name, None)
    packed = zlib.compress(json.dumps([step, kept.urlencode()]).encode())
    value = urlsafe_b64encode(seal_with(_key(), packed, Context(_KIND, draft_id))).decode()
    if len(value) <= _LARGEST:
        _set(response, value, max_age=settings.SESSION_COOKIE_AGE)


def _set(response: HttpResponse, value: str, *, max_age: int) -> None:
    response.set_cookie(
        _name(),
        value,
        max_age=max_age,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _name() -> str:
    return "__Host-typed" if settings.SESSION_COOKIE_SECURE else "typed"


def _key() -> bytes:
    return hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"maillon typed").digest()
