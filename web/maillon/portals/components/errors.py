"""Error pages: what happened, in plain words, and what to do next. Nothing that was typed is repeated."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from maillon.portals.components.context import surroundings


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return render(request, "components/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the reader's role does not open this page. It never says whether the object exists."""
    return render(request, "components/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or an object the reader may not know of."""
    return render(request, "components/errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old or its cookie is missing. `reason` is for developers and is not shown."""
    return render(request, "components/errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without the request, so that it needs neither database, session nor context processors."""
    return HttpResponse(loader.render_to_string("components/errors/500.html", {**surroundings()}), status=500)
