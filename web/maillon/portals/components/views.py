"""The gallery of components, for whoever draws screens or a theme. Served in a demonstration only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from maillon.base.clock import now
from maillon.portals.components.gallery import material


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in each of its states; `?sens=rtl` shows it in a right-to-left script."""
    return render(
        request, "components/gallery.html", material(now()) | {"right_to_left": request.GET.get("sens") == "rtl"}
    )
