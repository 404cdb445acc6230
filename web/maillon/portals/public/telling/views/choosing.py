"""Who could read it: each with what it is, what it will do, and whom it must tell."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_writing
from maillon.portals.public.sittings import Writing
from maillon.portals.public.telling.readers import readers


@needs_writing
@require_http_methods(["GET", "POST"])
def choice(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Shows who could read it, none chosen beforehand but those that the law names, and takes her choice."""
    offered = readers(writing.telling, timezone.localdate(clock.now()))
    if request.method == "GET":
        return render(request, "public/telling/choice.html", {"offered": offered, "telling": writing.telling})
    posted = set(request.POST.getlist("reader"))
    chosen = tuple(item.id for item in offered.readers if str(item.id) in posted or item.required)
    sittings.keep(request, replace(writing.telling, recipients=chosen))
    go = request.POST.get("go", "")
    if go == "stop":
        return redirect("public:telling_stop")
    if not chosen and offered.readers:
        context = {"offered": offered, "telling": writing.telling, "none_chosen": True}
        return render(request, "public/telling/choice.html", context, status=422)
    return redirect("public:telling_review")
