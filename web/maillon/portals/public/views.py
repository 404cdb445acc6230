"""The public door's first page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from maillon.base.clock import now
from maillon.base.languages import SHARED_LANGUAGES
from maillon.guidance import rulebook
from maillon.portals.public.numbers import numbers_on


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The doors, whom to call, and where professionals sign in."""
    today = timezone.localdate(now())
    return render(
        request,
        "public/home.html",
        {
            "numbers": numbers_on(rulebook.load().contacts.values(), today),
            "today": today,
            "pro_origin": settings.PRO_ORIGIN,
            "for_professionals": translation.get_language() in SHARED_LANGUAGES,
        },
    )
