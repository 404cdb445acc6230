"""Before anything is written: what this is, and the one button from which on a cookie exists."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.portals.public import sittings
from maillon.portals.public.entrances import from_own_page
from maillon.portals.public.sittings import Writing
from maillon.portals.public.telling.forms.written import NARRATIVE_LIMIT
from maillon.portals.public.telling.path import Screen
from maillon.speaking.code import new_code
from maillon.speaking.content import Telling


@from_own_page
@require_http_methods(["GET", "POST"])
def telling(request: HttpRequest) -> HttpResponse:
    """Says what will happen and what will not, and asks for whom. The answer (POST `for`) starts a sitting.

    `narrative` brings back what was typed in a sitting that had ended. Whoever has not noted the code of what she sent
    or kept before is led to that code first.
    """
    if request.method == "GET":
        return render(request, "public/telling/start.html", {"open": sittings.writing(request) is not None})
    if request.POST.get("for") not in {"self", "other"}:
        return render(request, "public/telling/start.html", {"unanswered": True}, status=422)
    if sittings.awaits_code(request):
        return redirect("public:telling_code")
    begun = Telling(for_self=request.POST["for"] == "self")
    brought = request.POST.get("narrative", "")[:NARRATIVE_LIMIT]
    if brought:
        begun = begun.answering("", narrative=brought)
    sittings.begin(request, Writing(begun, new_code()))
    return redirect("public:telling_screen", screen=Screen.DANGER)
