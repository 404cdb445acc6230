"""Answers that leave nothing behind in a browser or on the way."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_HEADERS = {
    "Cache-Control": "no-store, private",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), "
    "browsing-topics=(), interest-cohort=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class NoStore:
    """Keeps every dynamic answer out of caches, and the device's senses away from pages.

    Static files never reach it: WhiteNoise stands before it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response
