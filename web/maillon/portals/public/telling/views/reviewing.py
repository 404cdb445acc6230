"""Reading everything again in her own words, and sending it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.public import sittings
from maillon.portals.public.entrances import needs_writing
from maillon.portals.public.gate import Act, Passed, asked, judge, level
from maillon.portals.public.sittings import Writing
from maillon.portals.public.telling.readers import readers
from maillon.portals.public.telling.summary import lines
from maillon.speaking import services
from maillon.speaking.plain import refused


@needs_writing
@require_safe
def review(request: HttpRequest, writing: Writing) -> HttpResponse:
    """What will be sent, to whom, and what will happen then."""
    return _show(request, writing)


@needs_writing
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Sends it once, however often the button is pressed, and leads to the code; from a busy source after a wait.

    A refusal or a wait leaves this address in the browser: opened, it leads back to reading everything again.
    """
    if request.method == "GET":
        return redirect("public:telling_review")
    verdict = judge(request, Act.REPORT)
    if not isinstance(verdict, Passed):
        return asked(request, verdict)
    try:
        services.send(
            telling=writing.telling,
            code=writing.code,
            language=get_language() or "fr",
            source=level(request, writing.telling.content.narrative),
            at=clock.now(),
            along=lambda: _hand_over(request),
        )
    except Refusal as refusal:
        return _show(request, writing, refusal=refusal, status=422)
    return redirect("public:telling_code")


def _hand_over(request: HttpRequest) -> None:
    # In the transaction that the report comes with: no moment at which both hold the account, and the disk is waited
    # for once.
    sittings.hand_over(request, "sent")
    sittings.write(request)


def _show(request: HttpRequest, writing: Writing, *, refusal: Refusal | None = None, status: int = 200) -> HttpResponse:
    context = {
        "telling": writing.telling,
        "lines": lines(writing.telling),
        "offered": readers(writing.telling, timezone.localdate(clock.now())),
        "refusal": refused(refusal) if refusal else "",
    }
    return render(request, "public/telling/review.html", context, status=status)
