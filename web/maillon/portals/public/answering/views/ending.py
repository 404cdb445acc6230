"""The one page for a link that was used, has ended, was taken back, or never was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maillon.portals.public import sittings


def ended(request: HttpRequest) -> HttpResponse:
    """404, the same whatever the reason; what this browser had open of a link is closed."""
    if sittings.answering(request) is not None:
        sittings.end(request)
    return render(request, "public/answering/ended.html", status=404)
