"""A phone in a room: joins by the code, answers, reads what is said of its answers. No account, and no name."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.guidance import rulebook
from maillon.guidance.exercises.records import Scenario
from maillon.portals.components.exercise.playing import Stage, read
from maillon.portals.components.exercise.screens import screen, story
from maillon.portals.components.exercise.shown import feedback_shown
from maillon.portals.pro.practice.forms import JoinForm, QuestionnaireForm
from maillon.portals.pro.practice.phone import give, key_of
from maillon.practice import selectors, services
from maillon.practice.enums import Moment
from maillon.practice.marker import Practice
from maillon.practice.models import Player
from maillon.practice.refusals import RoomOver


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Asks for the code, and lets the phone in."""
    form = (
        JoinForm(request.POST) if request.method == "POST" else JoinForm(initial={"code": request.GET.get("code", "")})
    )
    if form.is_valid():
        try:
            key = services.join(code=form.cleaned_data["code"], at=clock.now())
        except Refusal as refused:
            form.add_error("code", str(refused.message))
        else:
            return give(redirect("pro:practice_play"), key)
    return render(request, "pro/practice/join.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def play(request: HttpRequest) -> HttpResponse:
    """What this phone has to answer next; takes an answer, which counts once however often it is sent."""
    found = _phone(request)
    if found is None:
        return redirect("pro:practice_join")
    at = clock.now()
    try:
        return _answer(request, found, at) if request.method == "POST" else _ask(request, found, at)
    except RoomOver:
        return _end(request, found, over=True)


@require_GET
def told(request: HttpRequest, code: str) -> HttpResponse:
    """What is said of this phone's answer to one situation, to this phone alone."""
    found = _phone(request)
    if found is None:
        return redirect("pro:practice_join")
    book, on = rulebook.load(), timezone.localdate(clock.now())
    scenario, given = book.exercises.scenarios.get(code), selectors.turns_of(found).get(code)
    if scenario is None or given is None:
        return redirect("pro:practice_play")
    context = {"feedback": feedback_shown(scenario, given, book, on), "story": story(scenario, book)}
    return render(request, "pro/practice/told.html", context)


def _phone(request: HttpRequest) -> Player | None:
    key = key_of(request)
    return selectors.player(key) if key is not None else None


def _ask(request: HttpRequest, found: Player, at: datetime) -> HttpResponse:
    if selectors.is_over(found.room, at):
        return _end(request, found, over=True)
    book, moments = rulebook.load(), selectors.moments_of(found)
    if Moment.BEFORE not in moments:
        return _questions(request, Moment.BEFORE, QuestionnaireForm(book))
    done = selectors.turns_of(found)
    scenario = next((one for one in selectors.scenarios_of(found.room, book) if one.code not in done), None)
    if scenario is not None:
        return _scene(request, found, scenario, {}, at)
    if Moment.AFTER not in moments:
        return _questions(request, Moment.AFTER, QuestionnaireForm(book))
    return _end(request, found, over=False)


def _answer(request: HttpRequest, found: Player, at: datetime) -> HttpResponse:
    book, posted = rulebook.load(), request.POST
    if posted.get("moment") in Moment.values:
        moment, form = Moment(posted["moment"]), QuestionnaireForm(book, posted)
        if not form.is_valid():
            return _questions(request, moment, form)
        answers: Practice[Mapping[str, str]] = Practice(form.cleaned_data)
        services.answer_questionnaire(player=_key(found), moment=moment, answers=answers, at=at)
        return redirect("pro:practice_play")
    scenario = book.exercises.scenarios.get(posted.get("scenario", ""))
    if scenario is None or scenario.code not in found.room.scenarios:
        return redirect("pro:practice_play")
    return _scene(request, found, scenario, posted, at)


def _scene(
    request: HttpRequest, found: Player, scenario: Scenario, posted: Mapping[str, str], at: datetime
) -> HttpResponse:
    book, on = rulebook.load(), timezone.localdate(at)
    progress = read(posted, scenario, book, on)
    if progress.stage is Stage.DONE:
        services.record_turn(player=_key(found), scenario=scenario.code, play=progress.play, at=at)
        return redirect("pro:practice_told", code=scenario.code)
    place = found.room.scenarios.index(scenario.code) + 1
    context = {"screen": screen(progress, scenario, book, on), "action": reverse("pro:practice_play"), "number": place}
    return render(request, "pro/practice/playing.html", {**context, "total": len(found.room.scenarios)})


def _questions(request: HttpRequest, moment: Moment, form: QuestionnaireForm) -> HttpResponse:
    context = {"form": form, "moment": moment}
    return render(request, "pro/practice/questionnaire.html", context, status=422 if form.errors else 200)


def _end(request: HttpRequest, found: Player, *, over: bool) -> HttpResponse:
    book, done = rulebook.load(), selectors.turns_of(found)
    played = [story(one, book) for one in selectors.scenarios_of(found.room, book) if one.code in done]
    return render(request, "pro/practice/end.html", {"played": played, "over": over})


def _key(found: Player) -> Practice[UUID]:
    return Practice(found.pk)
