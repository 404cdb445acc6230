"""After a yes: a new link says whether she was met, and how it ended. It was given nothing to read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public.answering.forms import LANGUAGE_SWITCH, OutcomeForm
from maillon.portals.public.answering.views.ending import answered, ended
from maillon.portals.public.entrances import needs_link
from maillon.portals.public.sittings import Answering
from maillon.referrals import services
from maillon.referrals.enums import StepState
from maillon.referrals.refusals import NoSuchLink


def follow(request: HttpRequest, answering: Answering, *, again: bool = False, note: str = "") -> HttpResponse:
    """The page: whether she was met, then how it ended, with what was typed on it.

    `again`: the outcome that was posted was not taken, for `note`.
    """
    try:
        step = services.look_by_link(link_id=answering.link_id, keyring=answering.keyring, at=clock.now())
    except NoSuchLink:
        return ended(request)
    form = OutcomeForm(request.POST if again else None, minor=step.referral.minor, kept=request.POST)
    is_met = step.state == StepState.MET
    context = {"step": step, "is_met": is_met, "form": form, "note": note, **(LANGUAGE_SWITCH if is_met else {})}
    return render(request, "public/answering/following.html", context, status=422 if again else 200)


@needs_link
@require_http_methods(["GET", "POST"])
def met(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says that the service has met her."""
    if request.method == "POST":
        try:
            services.met_by_link(link_id=answering.link_id, keyring=answering.keyring, at=clock.now())
        except NoSuchLink:
            return ended(request)
    return redirect("public:answering:reading")


@needs_link
@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest, answering: Answering) -> HttpResponse:
    """Says how it ended."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    if "go" in request.POST:
        return follow(request, answering)
    form = OutcomeForm(request.POST, minor=None)
    if not form.is_valid():
        return follow(request, answering, again=True)

    def act() -> dict[str, Any]:
        services.finish_by_link(
            link_id=answering.link_id,
            outcome=form.chosen,
            words=form.cleaned_data["words"],
            keyring=answering.keyring,
            at=clock.now(),
        )
        return {}

    def again(note: str) -> HttpResponse:
        return follow(request, answering, again=True, note=note)

    return answered(request, act, again, "public/answering/finished.html")
