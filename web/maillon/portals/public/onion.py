"""The door as an onion service: how browsers learn of it, and that what comes through it is sealed on its way."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class Onion:
    """Tells Tor Browser where the onion service stands, and takes what comes to its name as arriving sealed.

    Tor seals the whole way to the service, so it speaks HTTP there: a redirection to HTTPS would lead nowhere. Without
    settings.ONION_ADDRESS, this does nothing. Stands before what redirects.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        onion = settings.ONION_ADDRESS
        if not onion:
            return self.get_response(request)
        if request.META.get("HTTP_HOST", "").lower() == onion:
            request.META[settings.SECURE_PROXY_SSL_HEADER[0]] = settings.SECURE_PROXY_SSL_HEADER[1]
            return self.get_response(request)
        response = self.get_response(request)
        if _is_page(request, response):
            # The path alone: what stands behind it in an address is the reader's.
            response.headers["Onion-Location"] = f"http://{onion}{request.path}"
        return response


def _is_page(request: HttpRequest, response: HttpResponse) -> bool:
    html = response.headers.get("Content-Type", "").startswith("text/html")
    return html and response.status_code == 200 and request.method in {"GET", "HEAD"} and request.is_secure()
