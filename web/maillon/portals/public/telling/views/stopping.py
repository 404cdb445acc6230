"""Stopping in the middle: kept for seven days under a code, or wiped at once."""

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from maillon.base import clock
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_writing
from maillon.portals.public.sittings import Writing
from maillon.speaking import services
from maillon.speaking.code import Code
from maillon.speaking.refusals import AlreadySent, NoSuchCode


@needs_writing
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Asks which of the two (POST `what`: keep or wipe), and does it."""
    what = request.POST.get("what", "")
    if what == "keep":
        sittings.hand_over(request, _keep(writing))
        return redirect("public:telling_code")
    if what == "wipe":
        _forget_paused(writing.code)
        sittings.end(request)
        return render(request, "public/telling/wiped.html")
    return render(request, "public/telling/stop.html")


def _keep(writing: Writing) -> str:
    # What now stands under the code: `paused`, or `sent` where another tap has sent it meanwhile.
    try:
        _pause(writing)
    except AlreadySent:
        return "sent"
    except IntegrityError:
        # Two at once: the row of the code made this one wait until the other had finished.
        _pause(writing)
    return "paused"


def _pause(writing: Writing) -> None:
    services.pause(telling=writing.telling, code=writing.code, at=clock.now(), language=get_language() or "fr")


def _forget_paused(code: Code) -> None:
    # Taken up again from an earlier day: what was kept then goes as well.
    at = clock.now()
    try:
        entered = services.enter(code=code, at=at)
    except NoSuchCode:
        return
    if entered.paused is not None:
        services.ask_erasure(keyring=entered.keyring, speaker_id=entered.speaker_id, at=at)
