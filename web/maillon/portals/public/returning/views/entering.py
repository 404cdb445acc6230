"""« J’ai un code »."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.entrances import from_own_page
from maillon.portals.public.gate import Act, Passed, asked, failed, judge
from maillon.portals.public.returning.forms import CodeForm
from maillon.portals.public.sittings import Writing
from maillon.portals.public.telling.path import first_open
from maillon.speaking import services
from maillon.speaking.code import Code
from maillon.speaking.refusals import NoSuchCode


@from_own_page
@require_http_methods(["GET", "POST"])
def returning(request: HttpRequest) -> HttpResponse:
    """Asks for the code, and leads to what it opens: the way of a report, or an account that was stopped."""
    form = CodeForm(request.POST if request.method == "POST" else None, auto_id="id_%s")
    if not form.is_bound:
        return render(request, "public/returning/enter.html", {"form": form})
    verdict = judge(request, Act.CODE)
    if not isinstance(verdict, Passed):
        return asked(request, verdict)
    if not form.is_valid():
        failed(request, Act.CODE, slip=True)
        return render(request, "public/returning/enter.html", {"form": form}, status=422)
    return _enter(request, form, form.read)


def _enter(request: HttpRequest, form: CodeForm, code: Code) -> HttpResponse:
    if sittings.awaits_code(request, typed=code):
        return redirect("public:telling_code")
    try:
        entered = services.enter(code=code, at=clock.now())
    except NoSuchCode as refusal:
        failed(request, Act.CODE)
        form.add_error("code", str(refusal.message))
        return render(request, "public/returning/enter.html", {"form": form}, status=422)
    if entered.paused is None:
        sittings.come_back(request, entered)
        return redirect("public:following")
    sittings.begin(request, Writing(entered.paused, code))
    screen = first_open(entered.paused)
    return redirect("public:telling_screen", screen=screen) if screen else redirect("public:telling_choice")
