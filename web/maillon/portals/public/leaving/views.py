"""Leaving at once: everything is forgotten on both sides, and a neutral page takes the place of this one."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

FORGET = '"cache", "cookies", "storage"'


@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets the sitting, and tells the browser to forget this door; then leads out.

    Open to whoever comes, without a form token: leaving must not fail. Another site that posts here is led out and
    makes nobody forget anything. With `quiet`, what a script sends as it leaves, there is nowhere to lead.
    """
    quiet = "quiet" in request.POST
    response = HttpResponse(status=HTTPStatus.NO_CONTENT if quiet else HTTPStatus.SEE_OTHER)
    if not quiet:
        response.headers["Location"] = settings.EXIT_URL
    response.headers["Referrer-Policy"] = "no-referrer"
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        _forget(request, response)
    return response


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """What this door does so that nobody learns of a visit, and what it can't do."""
    return render(request, "public/leaving/safety.html")


def _forget(request: HttpRequest, response: HttpResponse) -> None:
    session = getattr(request, "session", None)
    if session is not None:
        session.flush()
    response.headers["Clear-Site-Data"] = FORGET
    for name in request.COOKIES:
        response.delete_cookie(name)
