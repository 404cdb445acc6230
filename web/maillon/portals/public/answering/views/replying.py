"""Yes, or no with a reason. Either ends the link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public.answering.forms import AcceptanceForm, RefusalForm
from maillon.portals.public.answering.shown import Asked, shown
from maillon.portals.public.answering.views.ending import answered
from maillon.portals.public.answering.views.reading import show
from maillon.portals.public.entrances import needs_link
from maillon.portals.public.sittings import Answering
from maillon.referrals import services


@needs_link
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says yes, and shows once more how to reach her: from here on the link opens nothing."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    if "go" in request.POST:
        return show(request, answering)
    form = AcceptanceForm(request.POST)
    if not form.is_valid():
        return show(request, answering, yes=form)

    def act() -> dict[str, Any]:
        return {"asked": _accepted(answering, form)}

    def again(note: str) -> HttpResponse:
        return show(request, answering, yes=form, note=note)

    return answered(request, act, again, "public/answering/accepted.html")


def _accepted(answering: Answering, form: AcceptanceForm) -> Asked:
    at = clock.now()
    _step, parts = services.open_by_link(link_id=answering.link_id, keyring=answering.keyring, at=at)
    starts_at = form.cleaned_data["starts_at"]
    step = services.accept_by_link(
        link_id=answering.link_id, keyring=answering.keyring, at=at, starts_at=starts_at, minutes=form.length
    )
    return shown(step, parts)


@needs_link
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says no for one of the reasons; the next service that was agreed to is asked."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    if "go" in request.POST:
        return show(request, answering)
    # Her age class is not known before opening: the service refuses a reason that is none for a minor.
    form = RefusalForm(request.POST, minor=False)
    if not form.is_valid():
        return show(request, answering, no=True)

    def act() -> dict[str, Any]:
        services.refuse_by_link(
            link_id=answering.link_id,
            reason=form.chosen,
            words=form.cleaned_data["words"],
            keyring=answering.keyring,
            at=clock.now(),
        )
        return {}

    def again(note: str) -> HttpResponse:
        return show(request, answering, no=True, note=note)

    return answered(request, act, again, "public/answering/refused.html")
