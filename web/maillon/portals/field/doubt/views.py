"""« J’ai un doute »: a few questions, what they amount to, whom to call. Stores nothing, and asks for no account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.rules import reading, route
from maillon.portals.components.guided import number_lines, step_lines, urgent_numbers
from maillon.portals.components.readings import shown
from maillon.portals.field.doubt.answers import Answers, Danger, read
from maillon.portals.field.doubt.screens import screen


@require_http_methods(["GET", "HEAD", "POST"])
def doubt(request: HttpRequest) -> HttpResponse:
    """The next question, or the answer. Everything comes with the form and goes with the page."""
    book = rulebook.load()
    answers = read(request.POST, book.indicators) if request.method == "POST" else Answers()
    if answers.danger is Danger.YES:
        context: dict[str, Any] = {"numbers": urgent_numbers(timezone.localdate(clock.now()))}
        return render(request, "field/doubt/emergency.html", {**context, "answers": answers})
    if answers.open() is None:
        return render(request, "field/doubt/advice.html", _advice(answers))
    return render(request, "field/doubt/question.html", {"screen": screen(answers, book), "answers": answers})


def _advice(answers: Answers) -> dict[str, Any]:
    book, on = rulebook.load(), timezone.localdate(clock.now())
    facts = answers.facts()
    found = reading(answers.signs or {}, facts, book)
    listening = [
        one.code
        for one in book.contacts.values()
        if one.number and not (one.emergency or one.zone or one.expired_on(on))
    ]
    return {
        "answers": answers,
        "reading": shown(found, book, minor=answers.minor),
        "steps": step_lines(route(facts, book, on).steps, on),
        "listening": number_lines(listening, on),
    }
