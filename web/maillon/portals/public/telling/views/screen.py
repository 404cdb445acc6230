"""One screen of an account: shown, answered, passed over, left."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.components.guided import number_lines, urgent_numbers
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_writing
from maillon.portals.public.sittings import Writing
from maillon.portals.public.telling.forms.base import ScreenForm
from maillon.portals.public.telling.forms.places import CommuneForm
from maillon.portals.public.telling.path import Screen, after, before, path
from maillon.portals.public.telling.screens import SCREENS
from maillon.speaking.content import Telling


@dataclass(frozen=True)
class _Visit:
    """A request for one screen of the open account."""

    request: HttpRequest
    telling: Telling
    screen: Screen

    def form(self, data: QueryDict | None = None) -> ScreenForm:
        return SCREENS[self.screen].form(data, telling=self.telling)


@needs_writing
@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, writing: Writing, screen: str) -> HttpResponse:
    """Shows or takes one answer. The button that was pressed (`go`) says where to: on, back, past it, or to a stop.

    A language of the switch (`go`: language) keeps what is typed and shows the screen again, in that language.
    """
    if screen not in list(Screen):
        raise Http404
    visit = _Visit(request, writing.telling, Screen(screen))
    return _answer(visit) if request.method == "POST" else _show(visit, visit.form())


def _answer(visit: _Visit) -> HttpResponse:
    go, form = visit.request.POST.get("go", ""), visit.form(visit.request.POST)
    if go == "skip":
        sittings.keep(visit.request, _skipped(visit))
        return _onwards(visit, _skipped(visit), "")
    if not form.is_valid():
        return _show(visit, form, status=422)
    told = form.told()
    sittings.keep(visit.request, told)
    if go == "language" or (go not in {"back", "stop"} and not form.finished):
        return redirect("public:telling_screen", screen=visit.screen)
    return _onwards(visit, told, go)


def _skipped(visit: _Visit) -> Telling:
    form = visit.form()
    return form.withheld() if isinstance(form, CommuneForm) else visit.telling.answering(visit.screen)


def _onwards(visit: _Visit, told: Telling, go: str) -> HttpResponse:
    if go == "stop":
        return redirect("public:telling_stop")
    steps = path(told)
    if go == "back":
        previous = before(steps, visit.screen)
        return redirect("public:telling_screen", screen=previous) if previous else redirect("public:telling")
    following = after(steps, visit.screen)
    return redirect("public:telling_screen", screen=following) if following else redirect("public:telling_choice")


def _language_switch(visit: _Visit) -> dict[str, str]:
    # Where something may be typed, the switch sends it along; elsewhere it is made of links.
    if SCREENS[visit.screen].is_tapped:
        return {}
    default = "look" if visit.screen is Screen.COMMUNE else "on"
    return {"language_form": "telling", "language_go": "language", "language_default": default}


def _show(visit: _Visit, form: ScreenForm, *, status: int = 200) -> HttpResponse:
    steps, today = path(visit.telling), timezone.localdate(clock.now())
    context = {
        **_language_switch(visit),
        "form": form,
        "telling": visit.telling,
        "screen": visit.screen,
        "label": SCREENS[visit.screen].label,
        "number": sum(int(step) <= int(visit.screen) for step in steps),
        # The choice of readers and the review stand after the questions.
        "total": len(steps) + 2,
        "seen": visit.screen in visit.telling.content.answered,
        "reviewable": {*steps} <= {*visit.telling.content.answered},
        "numbers": urgent_numbers(today) if visit.screen is Screen.URGENT else (),
        "lines": number_lines(["119"], today) if visit.screen is Screen.MINOR else (),
    }
    return render(visit.request, SCREENS[visit.screen].template, context, status=status)
