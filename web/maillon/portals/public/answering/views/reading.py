"""What the service is told, for half an hour at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.answering.forms import LANGUAGE_SWITCH, AcceptanceForm, RefusalForm
from maillon.portals.public.answering.shown import shown
from maillon.portals.public.answering.views.following import follow
from maillon.portals.public.entrances import needs_link
from maillon.portals.public.sittings import Answering
from maillon.referrals import services
from maillon.referrals.refusals import NoSuchLink


@needs_link
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, answering: Answering) -> HttpResponse:
    """What it may read, and its answer. Every opening stands in the journal.

    A POST is another language, or the key that sends a form: it keeps what was typed, and answers nothing.
    """
    return show(request, answering)


def show(
    request: HttpRequest, answering: Answering, *, yes: AcceptanceForm | None = None, no: bool = False, note: str = ""
) -> HttpResponse:
    """The page, with what was typed on it.

    `yes` is an acceptance that was not taken, `no` means that the posted refusal was not, for `note`.
    """
    try:
        step, parts = services.open_by_link(link_id=answering.link_id, keyring=answering.keyring, at=clock.now())
    except NoSuchLink:
        return follow(request, answering)
    context = {
        "asked": shown(step, parts),
        "yes": yes or AcceptanceForm(kept=request.POST),
        "no": RefusalForm(request.POST if no else None, minor=step.referral.minor, kept=request.POST),
        "note": note,
        **LANGUAGE_SWITCH,
    }
    return render(request, "public/answering/reading.html", context, status=422 if yes or no else 200)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Destroys the sitting, the link lives on. Opened, the address leads to what is still open."""
    if request.method == "GET":
        return redirect("public:answering:reading")
    sittings.end(request)
    return render(request, "public/answering/closed.html")
