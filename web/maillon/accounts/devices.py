"""The cookie by which a device is known again. It signs nobody in: it only lets the server say that it is over."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from maillon.accounts import rules
from maillon.accounts.models import Device


def give_cookie(response: HttpResponse, token: str) -> None:
    """Hands the browser its secret, for as long as browsers keep any."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        token,
        max_age=rules.DEVICE_KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def token_in(request: HttpRequest) -> str:
    """The secret that the browser sent; empty when it has none."""
    return request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")


def digest_in(request: HttpRequest) -> bytes | None:
    """What is kept of it; None when there is none."""
    token = token_in(request)
    return rules.digest_of("device", token) if token else None


def device_in(request: HttpRequest) -> Device | None:
    """The device that asks, ended or not; None for a browser that is none."""
    digest = digest_in(request)
    if digest is None:
        return None
    return Device.objects.select_related("membership").filter(token_digest=digest).first()
