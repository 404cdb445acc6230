"""What a browser keeps for the moments without a signal: one page, its data, its scripts. Nothing of it is personal."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from maillon.base import clock
from maillon.guidance import rulebook
from maillon.guidance.enums import Trade
from maillon.portals.components.guided import urgent_numbers
from maillon.portals.pro.offline.data import offline_data

PAGES = ("pro:offline", "pro:offline_data", "pro:offline_questions", "pro:offline_manifest")
FILES = ("assets/vendor/maillon.css", "assets/favicon.svg", "assets/vendor/offline.js")


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The page itself, the same for whoever asks: it does not say who is signed in."""
    numbers = urgent_numbers(timezone.localdate(clock.now()))
    context = {"slot": _Slots(), "numbers": numbers, "words": _words(), "blank": "0"}
    return render(request, "pro/offline/shell.html", context)


@require_GET
def data(_request: HttpRequest) -> HttpResponse:
    """Signs, steps, sources and numbers, in the reader's language."""
    return JsonResponse(offline_data(rulebook.load()))


@require_GET
def manifest(_request: HttpRequest) -> HttpResponse:
    """What a phone shows of the application once it is installed."""
    described = {
        "name": "Maillon",
        "short_name": "Maillon",
        "description": _("Repérer, noter et transmettre, même sans réseau."),
        "lang": get_language(),
        "start_url": reverse("pro:offline"),
        "id": reverse("pro:offline"),
        "scope": "/",
        "display": "standalone",
        "icons": [{"src": static("assets/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(described, content_type="application/manifest+json")


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The browser's worker: what it keeps, under a version that changes with any of it, and its script."""
    kept = {
        "version": _version(request),
        "shell": reverse("pro:offline"),
        "files": [*map(reverse, PAGES), *map(static, FILES), *_cards()],
        "language": get_language(),
    }
    script = f'self.MAILLON = {json.dumps(kept)};\nimportScripts("{static("assets/vendor/offline-worker.js")}");\n'
    # It stands under one path and watches over the whole door, to show the page when another can't be reached.
    return HttpResponse(script, content_type="text/javascript", headers={"Service-Worker-Allowed": "/"})


def _version(request: HttpRequest) -> str:
    parts = [*map(static, FILES), *_cards(), get_language(), rulebook.load().version]
    digest = hashlib.sha256(json.dumps(parts).encode())
    for content in _contents(request):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]


def _cards() -> list[str]:
    """The addresses of the cards, where there are any. What they say changes with the rulebook's version."""
    try:
        return [reverse("field:cards"), *(reverse("field:card", args=[trade.value]) for trade in Trade)]
    except NoReverseMatch:
        return []


def _contents(request: HttpRequest) -> Iterator[bytes]:
    """What the pages say today. They are asked by their addresses: some are another room's."""
    for name in PAGES:
        yield resolve(reverse(name)).func(request).content


def _words() -> dict[str, Any]:
    """What the page's script itself asks, in the words of the same questions elsewhere."""
    return {
        "titles": {
            "trade": _("Quel est votre métier ?"),
            "danger": _("Quelqu’un est-il en danger immédiat ?"),
            "age": _("Quel âge a la personne, selon vous ?"),
            # A minor's signs count together, whatever they speak of.
            "together": _("mis ensemble, comme pour tout mineur"),
        },
        "danger": {
            "yes": {"label": _("Oui, ou je ne sais pas"), "hint": _("Les numéros à appeler, tout de suite")},
            "no": {"label": _("Non"), "hint": ""},
        },
    }


class _Slots:
    """`slot.title` in a template: the place that the page's script fills with what it calls `title`."""

    def __getitem__(self, name: str) -> SafeString:
        return mark_safe(f'<span data-slot="{name}"></span>')  # noqa: S308 - names stand in our own templates
