"""The one thing that a phone carries: the signed key that its room gave it, for as long as a room lives."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from maillon.practice.marker import Practice
from maillon.practice.rules import ROOM_LIFE

_SALT = "practice.phone"


def key_of(request: HttpRequest) -> Practice[UUID] | None:
    """The phone's key; None without one, or when it was not given by us or is too old."""
    written = request.get_signed_cookie(settings.PRACTICE_COOKIE_NAME, None, salt=_SALT, max_age=ROOM_LIFE)
    return Practice(UUID(written)) if written else None


def give(response: HttpResponse, key: Practice[UUID]) -> HttpResponse:
    """Lets the phone carry its key. No script reads it, and no other site makes the browser send it."""
    response.set_signed_cookie(
        settings.PRACTICE_COOKIE_NAME,
        str(key.invented),
        salt=_SALT,
        max_age=ROOM_LIFE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response
