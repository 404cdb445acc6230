"""« S’exercer »: an invented situation, played as in real life, alone. Stores nothing, and asks for no account."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.enums import Trade
from maillon.portals.components.exercise.playing import Progress, Stage, read
from maillon.portals.components.exercise.screens import screen, story
from maillon.portals.components.exercise.shown import feedback_shown


@require_safe
def scenarios(request: HttpRequest) -> HttpResponse:
    """The situations, by trade."""
    book = rulebook.load()
    told = book.exercises.scenarios.values()
    trades = [(_(book.word(trade)), [story(one, book) for one in told if one.trade is trade]) for trade in Trade]
    return render(request, "field/practice/list.html", {"trades": trades})


@require_http_methods(["GET", "HEAD", "POST"])
def scenario(request: HttpRequest, code: str) -> HttpResponse:
    """One situation: its next screen, or the feedback. Everything comes with the form and goes with the page."""
    book, on = rulebook.load(), _today()
    found = book.exercises.scenarios.get(code)
    if found is None:
        raise Http404
    posted = request.POST if request.method == "POST" else {}
    progress: Progress = read(posted, found, book, on)
    if progress.stage is Stage.DONE:
        context = {"feedback": feedback_shown(found, progress.play, book, on), "story": story(found, book)}
        return render(request, "field/practice/feedback.html", context)
    return render(request, "field/practice/playing.html", {"screen": screen(progress, found, book, on)})


def _today() -> date:
    return timezone.localdate(clock.now())
