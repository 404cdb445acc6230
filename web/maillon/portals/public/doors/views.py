"""Finding a door: four questions at most, then whom to turn to. Stores nothing, and asks for no name."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from maillon.base import clock, selectors
from maillon.guidance import rulebook
from maillon.guidance.doors import doors
from maillon.portals.public.doors.answers import Answers, Danger, read
from maillon.portals.public.doors.screens import screen
from maillon.portals.public.doors.shown import door_lines
from maillon.territories.selectors import commune as find_commune
from maillon.territories.selectors import search_communes

_MATCHES = 6


# It changes nothing, so nothing can be forged: a form token would cost the cookie that this page does without.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """The next question, or whom to turn to. Everything comes with the form and goes with the page."""
    answers = read(request.POST) if request.method == "POST" else Answers()
    context: dict[str, Any] = {"answers": answers, "given": answers.given(), "language_form": "answers"}
    if answers.open() is not None:
        return render(request, "public/doors/question.html", context | {"screen": screen(answers)})
    return render(request, "public/doors/found.html", context | _found(answers))


def _found(answers: Answers) -> dict[str, Any]:
    book, at = rulebook.load(), clock.now()
    today = timezone.localdate(at)
    commune = find_commune(answers.commune) if answers.commune else None
    asked = answers.asked(commune.departement_id if commune else "")
    return {
        "lines": door_lines(doors(asked, book.doors, book.contacts, today), at),
        "commune": commune,
        "matches": _matches(answers),
        "danger": answers.danger is Danger.YES,
        "today": today,
    }


def _matches(answers: Answers) -> list[Any]:
    if not answers.typed:
        return []
    instance = selectors.instance()
    home = instance.departement_code if instance else None
    return search_communes(answers.typed, limit=_MATCHES, near_departement=home)
