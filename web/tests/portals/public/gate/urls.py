"""A small door behind the gate, as the real ones use it: one right code, and accounts that are sent."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from maillon.config.urls_public import handler400, handler404, handler500
from maillon.config.urls_public import urlpatterns as door
from maillon.portals.public import gate

RIGHT = "code juste"
FORM = (
    '<html lang="fr"><title>Essai</title><form method="post"><input name="code"><button>Entrer</button></form></html>'
)


def code(request: HttpRequest) -> HttpResponse:
    """Opens for the right code."""
    if request.method == "GET":
        return HttpResponse(FORM)
    verdict = gate.judge(request, gate.Act.CODE)
    if not isinstance(verdict, gate.Passed):
        return gate.asked(request, verdict)
    if request.POST.get("code") == RIGHT:
        return HttpResponse("ouvert")
    gate.failed(request, gate.Act.CODE, slip=request.POST.get("code") == "rien d’un code")
    return HttpResponse("inconnu", status=404)


def report(request: HttpRequest) -> HttpResponse:
    """Receives an account, and says how."""
    verdict = gate.judge(request, gate.Act.REPORT)
    if not isinstance(verdict, gate.Passed):
        return gate.asked(request, verdict)
    return HttpResponse(gate.level(request, request.POST.get("text", "")))


def fault(_request: HttpRequest, word: str) -> HttpResponse:
    """Fails, quoting what was asked for."""
    raise ValueError(word)


urlpatterns = [
    *door,
    *(path(f"{prefix}essai/code/", code) for prefix in ("", "en/")),
    path("essai/compte/", report),
    path("essai/faute/<str:word>/", fault),
]
__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]
