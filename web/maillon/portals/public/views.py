"""The public door's one quiet page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from maillon.base.clock import now
from maillon.guidance import rulebook
from maillon.portals.public.numbers import numbers_on


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, whom to call, and where professionals sign in."""
    today = timezone.localdate(now())
    return render(
        request,
        "public/home.html",
        {
            "numbers": numbers_on(rulebook.load().contacts.values(), today),
            "today": today,
            "pro_origin": settings.PRO_ORIGIN,
        },
    )
