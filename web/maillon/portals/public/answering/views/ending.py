"""How it ends: with the answer that was given, or with the one page for a link that opens nothing."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maillon.base.errors import Refusal
from maillon.portals.public import sittings
from maillon.referrals.refusals import NoSuchLink


def ended(request: HttpRequest) -> HttpResponse:
    """404, the same whatever the reason; what this browser had open of a link is closed."""
    if sittings.answering(request) is not None:
        sittings.end(request)
    return render(request, "public/answering/ended.html", status=404)


def answered(
    request: HttpRequest, act: Callable[[], dict[str, Any]], again: Callable[[str], HttpResponse], template: str
) -> HttpResponse:
    """Does what ends the sitting and shows the page that says so, with what `act` gives for it.

    A link that opens nothing any more leads to `ended`; another refusal to the form `again`, with its words.
    """
    try:
        context = act()
    except NoSuchLink:
        return ended(request)
    except Refusal as refusal:
        return again(str(refusal.message))
    sittings.end(request)
    return render(request, template, context)
