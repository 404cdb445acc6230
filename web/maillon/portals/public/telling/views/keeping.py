"""The code: shown, confirmed by two of its words, and then on nobody's screen any more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.portals.public import sittings
from maillon.portals.public.telling.forms.keeping import TwoWordsForm


@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Shows the eight words with ways to keep them, and takes two back. Leads to the start where there are none."""
    found = sittings.handed_over(request)
    if found is None:
        return redirect("public:telling")
    kept, outcome = found
    form = TwoWordsForm(request.POST if request.method == "POST" else None, code=kept)
    context: dict[str, Any] = {"words": kept.words, "outcome": outcome, "form": form}
    if not form.is_bound:
        return render(request, "public/telling/code.html", context)
    if not form.is_valid():
        return render(request, "public/telling/code.html", context, status=422)
    sittings.noted(request)
    return render(request, "public/telling/confirmed.html", context)


@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest) -> HttpResponse:
    """Destroys the sitting; from here on only she has the code. Opened, the address leads to the code or the start."""
    if request.method == "GET":
        return redirect("public:telling_code")
    sittings.end(request)
    return render(request, "public/telling/finished.html")
